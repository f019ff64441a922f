import { readFile } from 'node:fs/promises';
import type { FeatureCollection, Position } from 'geojson';
import { strFromU8, unzipSync } from 'fflate';
import { reprojection } from '../../src/geo/crs/reprojection';
import type { Transform } from '../../src/geo/crs/transform';
import { expect, test } from './support/test';

const system = (crs: Parameters<typeof reprojection>[0]) => {
  const found = reprojection(crs);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};

function moved(collection: FeatureCollection, move: Transform): FeatureCollection {
  const each = (value: unknown): unknown =>
    Array.isArray(value)
      ? typeof value[0] === 'number'
        ? move(value[0], (value as number[])[1]!)
        : value.map(each)
      : value;
  return JSON.parse(
    JSON.stringify(collection, (key, value: unknown) => (key === 'coordinates' ? each(value) : value)),
  ) as FeatureCollection;
}

const parcels = async () =>
  JSON.parse(await readFile('data/jiangcheng/parcels.geojson', 'utf8')) as FeatureCollection;

const content = (value: unknown) => Buffer.from(JSON.stringify(value));

const firstCorner = ({ features }: FeatureCollection, id: string): Position => {
  const geometry = features.find(({ properties }) => properties?.id === id)?.geometry;
  if (geometry?.type !== 'Polygon') throw new Error(`no polygon ${id}`);
  return geometry.coordinates[0]![0]!;
};

test('parcels in GCJ-02 are seen beside those of the work, and put right at a word', async ({
  app,
  page,
}) => {
  await app.openSample();
  const truth = await parcels();
  const some = { ...truth, features: truth.features.slice(0, 400) };
  const shifted = moved(some, system({ kind: 'gcj02' }).fromLonLat);
  await app.drop([{ name: '地块.geojson', content: content(shifted) }]);
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await expect(dialog.getByText(/整体偏东 35\d m、偏南 2\d\d m.*像是 GCJ-02/)).toBeVisible({
    timeout: 60_000,
  });
  const map = dialog.getByRole('img', { name: /预览图.*位于片区范围内/ });
  await expect(map).toBeVisible();
  await dialog.getByRole('button', { name: /按 GCJ-02 还原/ }).click();
  await expect(dialog.getByText(/像是 GCJ-02/)).toBeHidden({ timeout: 60_000 });
  await expect(dialog.getByLabel('坐标系', { exact: true })).toHaveValue('GCJ-02');
  await expect(map).toBeVisible();
  await dialog.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(dialog).toBeHidden();
  await app.acknowledge();
  await app.computed();
  const id = String(some.features[0]!.properties?.id);
  const files = unzipSync((await app.saveZip()).buffer);
  const saved = JSON.parse(strFromU8(files['parcels.geojson']!)) as FeatureCollection;
  const [lon = NaN, lat = NaN] = firstCorner(saved, id);
  const [trueLon = NaN, trueLat = NaN] = firstCorner(truth, id);
  expect(Math.hypot((lon - trueLon) * 94_800, (lat - trueLat) * 110_900)).toBeLessThan(0.5);
});

test('parcels that lie right are not spoken of; those elsewhere are shown with their distance', async ({
  app,
  page,
}) => {
  await app.openSample();
  const truth = await parcels();
  const some = { ...truth, features: truth.features.slice(0, 200) };
  await app.drop([
    { name: '地块-原位.geojson', content: content(some) },
    { name: '地块-异地.geojson', content: content(moved(some, (lon, lat) => [lon + 3, lat + 2])) },
  ]);
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  const right = dialog.getByRole('region', { name: '地块-原位.geojson', exact: true });
  const away = dialog.getByRole('region', { name: '地块-异地.geojson', exact: true });
  await expect(away.getByText(/距片区 3\d\d.*东北方/)).toBeVisible({ timeout: 60_000 });
  await expect(away.getByText(/^3\d\d km$/)).toBeVisible();
  await expect(right.getByRole('img', { name: /位于片区范围内/ })).toBeVisible();
  await expect(dialog.getByText(/与现有图层相比/)).toBeHidden();
  const map = right.getByRole('group', { name: /预览图/ });
  const layer = right.getByTestId('import-map-layer').locator('g');
  const before = await layer.getAttribute('transform');
  await map.focus();
  await page.keyboard.press('+');
  await expect(layer).not.toHaveAttribute('transform', before ?? '');
});

test('a file in an office’s own grid is placed by the numbers of the grid', async ({ app, page }) => {
  await app.openSample();
  const grid = {
    datum: 'cgcs2000',
    centralMeridian: 105.9,
    heightM: 380,
    falseEastingM: 50_000,
    falseNorthingM: -3_400_000,
  } as const;
  const [x, y] = system({ kind: 'local-grid', grid }).fromLonLat(106.0, 31.57);
  await app.drop([{ name: '设施.csv', content: Buffer.from(`编号,设施类别,X,Y\nF-9,网吧,${x},${y}\n`) }]);
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await dialog.getByRole('button', { name: '地方独立坐标系…' }).click({ timeout: 60_000 });
  await dialog.getByLabel(/中央经线（/).fill('105°54′');
  await dialog.getByLabel(/投影面高程/).fill('380');
  await dialog.getByLabel(/东坐标加常数/).fill('50000');
  await dialog.getByLabel(/北坐标加常数/).fill('-3400000');
  await dialog.getByRole('button', { name: '采用这个坐标系' }).click();
  await expect(dialog.getByRole('img', { name: /位于片区范围内/ })).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => localStorage.getItem('xuezhi.local-grids'))).toBeNull();
});
