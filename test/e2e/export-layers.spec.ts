import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator } from '@playwright/test';
import { HAS_OGR, ogr } from '../builders/ogr';
import type { Driver } from './support/driver';
import { expect, graveFaults, test } from './support/test';

test.describe.configure({ timeout: 240_000 });

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The dialog for exporting layers of the sample. */
async function opened(app: Driver): Promise<Locator> {
  await app.openSample();
  await app.fromMenu('导出…');
  await app.page.getByRole('button', { name: /^图层导出/ }).click();
  return app.page.getByRole('dialog', { name: '图层导出' });
}

async function chooseOnly(dialog: Locator, ...layers: readonly string[]): Promise<void> {
  await dialog.getByRole('button', { name: '全不选' }).click();
  for (const layer of layers) await dialog.getByRole('checkbox', { name: layer }).check();
}

async function exported(dialog: Locator): Promise<File> {
  const [download] = await Promise.all([
    dialog.page().waitForEvent('download', { timeout: 180_000 }),
    dialog.getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  return { name: download.suggestedFilename(), bytes };
}

/** What `ogrinfo` counts in each layer. */
function countsOf(open: string, files: readonly File[]): Record<string, number> {
  const said = ogr('ogrinfo', ['-so', '-al', open], files);
  const layers = said.matchAll(/^Layer name: (.+)$[^]*?^Feature Count: (\d+)$/gmu);
  return Object.fromEntries(Array.from(layers, ([, name = '', count]) => [name, Number(count)]));
}

test('all layers go into one GeoPackage, and a report says so', async ({ app, page }) => {
  const dialog = await opened(app);
  await dialog.getByRole('button', { name: '全选', exact: true }).click();
  await expect(dialog.getByText('已选 15 / 15')).toBeVisible();
  expect(await graveFaults(page)).toEqual([]);
  const { name, bytes } = await exported(dialog);
  expect(name).toMatch(/\.gpkg$/);
  const report = page.getByRole('dialog', { name: '导出说明' });
  await expect(report.getByText('地块: 5,211 个')).toBeVisible();
  expect(await graveFaults(page)).toEqual([]);
  if (!HAS_OGR) return;
  const file = { name: 'all.gpkg', bytes };
  const counts = { 地块: 5211, 学校: 86, 管线: 10, 设施: 227, layer_styles: 15 };
  expect(countsOf('all.gpkg', [file])).toMatchObject(counts);
  expect(ogr('ogrinfo', ['-so', 'all.gpkg', '地块'], [file])).toContain('"EPSG",4490');
});

test('layers go into shapefiles in GBK, in the grid of the city', async ({ app }) => {
  const dialog = await opened(app);
  await chooseOnly(dialog, '地块', '设施');
  await dialog.getByLabel('2 什么格式').selectOption('shapefile');
  await dialog.getByText(/^更多选项/).click();
  await dialog.getByLabel('坐标系', { exact: true }).selectOption('EPSG:4523');
  await dialog.getByLabel('文字编码').selectOption('gb18030');
  const { bytes: zip } = await exported(dialog);
  const parts = Object.entries(unzipSync(zip))
    .map(([name, bytes]) => ({ name, bytes }))
    .filter(({ name }) => name.startsWith('地块.'));
  expect(strFromU8(parts.find(({ name }) => name.endsWith('.cpg'))!.bytes)).toBe('GBK');
  if (!HAS_OGR) return;
  expect(countsOf('地块.shp', parts)).toEqual({ 地块: 5211 });
  const said = ogr('ogrinfo', ['-so', '地块.shp', '地块'], parts);
  expect(said).toMatch(/4523/);
  expect(said).toMatch(/Extent: \(35\d{6}\.\d+, 34\d{5}\.\d+\)/);
});

test('a public edition says before and after what it leaves out, and holds no prison', async ({
  app,
  page,
}) => {
  const dialog = await opened(app);
  await chooseOnly(dialog, '设施', '管线', '高压线', '冲突');
  await dialog.getByLabel('2 什么格式').selectOption('geojson');
  await dialog.getByText('公开版', { exact: true }).click();
  const told = '监狱、看守所等 1 处，不导出';
  await expect(dialog.getByText(told)).toBeVisible({ timeout: 60_000 });
  expect(await graveFaults(page)).toEqual([]);
  const { bytes } = await exported(dialog);
  await expect(page.getByRole('dialog', { name: '导出说明' }).getByText(told)).toBeVisible();
  const texts = Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('');
  expect(texts).toContain('鑫源网吧');
  expect(texts).not.toMatch(/江城看守所|"prison"|"kV"|管线/);
});
