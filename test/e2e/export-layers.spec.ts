import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { HAS_OGR, ogr } from '../builders/ogr';
import { expect, graveFaults, test } from './support/test';

test.describe.configure({ timeout: 240_000 });

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What `ogrinfo` counts in each layer. */
function countsOf(open: string, files: readonly File[]): Record<string, number> {
  const said = ogr('ogrinfo', ['-so', '-al', open], files);
  const layers = said.matchAll(/^Layer name: (.+)$[^]*?^Feature Count: (\d+)$/gmu);
  return Object.fromEntries(Array.from(layers, ([, name = '', count]) => [name, Number(count)]));
}

test('all layers go into one GeoPackage, and into shapefiles in the grid of the city', async ({
  app,
  page,
}) => {
  await app.openSample();
  const file = async () => {
    const dialog = page.getByRole('dialog', { name: '图层导出' });
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 180_000 }),
      dialog.getByRole('button', { name: '导出', exact: true }).click(),
    ]);
    return {
      name: download.suggestedFilename(),
      bytes: new Uint8Array(await readFile(await download.path())),
    };
  };
  const open = async () => {
    await app.fromMenu('导出…');
    await page.getByRole('button', { name: /^图层导出/ }).click();
    return page.getByRole('dialog', { name: '图层导出' });
  };
  const report = page.getByRole('dialog', { name: '导出说明' });

  let dialog = await open();
  await dialog.getByRole('button', { name: '全选', exact: true }).click();
  await expect(dialog.getByText('已选 15 / 15')).toBeVisible();
  expect(await graveFaults(page)).toEqual([]);
  const geopackage = await file();
  expect(geopackage.name).toMatch(/\.gpkg$/);
  await expect(report.getByText('地块: 5,211 个')).toBeVisible();
  expect(await graveFaults(page)).toEqual([]);
  await report.getByRole('button', { name: '关闭' }).last().click();
  if (HAS_OGR) {
    const file = { ...geopackage, name: 'all.gpkg' };
    expect(countsOf('all.gpkg', [file])).toMatchObject({
      地块: 5211,
      学校: 86,
      管线: 10,
      设施: 227,
      layer_styles: 15,
    });
    expect(ogr('ogrinfo', ['-so', 'all.gpkg', '地块'], [file])).toContain('"EPSG",4490');
  }

  const chooseOnly = async (...layers: readonly string[]) => {
    await dialog.getByRole('button', { name: '全不选' }).click();
    for (const layer of layers) await dialog.getByRole('checkbox', { name: layer }).check();
  };
  dialog = await open();
  await chooseOnly('地块', '设施');
  await dialog.getByLabel('2 什么格式').selectOption('shapefile');
  await dialog.getByText(/^更多选项/).click();
  await dialog.getByLabel('坐标系', { exact: true }).selectOption('EPSG:4523');
  await dialog.getByLabel('文字编码').selectOption('gb18030');
  const zip = await file();
  await report.getByRole('button', { name: '关闭' }).last().click();
  const parts = Object.entries(unzipSync(zip.bytes)).map(([name, bytes]) => ({ name, bytes }));
  expect(strFromU8(parts.find(({ name }) => name === '地块.cpg')!.bytes)).toBe('GBK');
  if (HAS_OGR) {
    expect(
      countsOf(
        '地块.shp',
        parts.filter(({ name }) => name.startsWith('地块.')),
      ),
    ).toEqual({ 地块: 5211 });
    const said = ogr(
      'ogrinfo',
      ['-so', '地块.shp', '地块'],
      parts.filter(({ name }) => name.startsWith('地块.')),
    );
    expect(said).toMatch(/4523/);
    expect(said).toMatch(/Extent: \(35\d{6}\.\d+, 34\d{5}\.\d+\)/);
  }

  dialog = await open();
  await chooseOnly('设施', '管线', '高压线', '冲突');
  await dialog.getByLabel('2 什么格式').selectOption('geojson');
  await dialog.getByText('公开版', { exact: true }).click();
  await expect(dialog.getByText('监狱、看守所等 1 处，不导出')).toBeVisible({ timeout: 60_000 });
  expect(await graveFaults(page)).toEqual([]);
  const published = await file();
  await expect(report.getByText('监狱、看守所等 1 处，不导出')).toBeVisible();
  const texts = Object.values(unzipSync(published.bytes))
    .map((bytes) => strFromU8(bytes))
    .join('');
  expect(texts).toContain('鑫源网吧');
  expect(texts).not.toMatch(/江城看守所|"prison"|"kV"|管线/);
});
