import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test } from './support/test';

test('a zipped GBK shapefile in a grid of CGCS2000 becomes parcels with two words of the user', async ({
  app,
  page,
}) => {
  await app.openSmallSample();
  const content = await readFile('test/fixtures/interchange/gbk-4523.zip');
  await app.drop([{ name: '控规地块.zip', content }]);
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await expect(dialog.getByText(/Shapefile · .* · 1,000 个要素/)).toBeVisible({ timeout: 120_000 });
  await expect(dialog.getByLabel('坐标系', { exact: true })).toHaveValue('EPSG:4523');
  await expect(dialog.getByLabel('文字编码')).toHaveValue('gb18030');
  await expect(dialog.getByLabel('字段“用地代码”作为')).toHaveValue('landUse');
  await expect(dialog.getByRole('button', { name: '导入 1 个文件' })).toBeEnabled({ timeout: 60_000 });
  await dialog.getByLabel('用地分类标准').selectOption('MNR2023');
  await expect(dialog.getByText('请注明用地代码所属的分类标准')).toBeHidden();
  await dialog.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(dialog).toBeHidden();
  await app.acknowledge();
  await app.computed();
  await expect(page.getByText('已导入 1 个文件；可以撤销。')).toBeVisible();
  await app.show('图层');
  await expect(page.getByText('1,000').first()).toBeVisible();
});

test('files of several kinds come together, and what cannot be read is said beside them', async ({
  app,
  page,
}) => {
  await app.openSmallSample();
  const packed = async (name: string) => gunzipSync(await readFile(`test/fixtures/interchange/${name}`));
  await app.drop([
    { name: '界址点.txt', content: await packed('no-prefix-utf8.txt.gz') },
    { name: '控规.gpkg', content: await packed('4490.gpkg.gz') },
    { name: '图.dwg', content: Buffer.from('AC1032 and so on') },
  ]);
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await expect(dialog.getByRole('alert')).toContainText('请在 CAD 中另存为 DXF', { timeout: 120_000 });
  const text = dialog.getByRole('region', { name: '界址点.txt', exact: true });
  const geopackage = dialog.getByRole('region', { name: '控规.gpkg', exact: true });
  await expect(text.getByLabel('坐标系', { exact: true })).toHaveValue('EPSG:4544');
  await expect(text.getByText('文件写明坐标系为 EPSG:4544。')).toBeVisible();
  await expect(geopackage.getByLabel('坐标系', { exact: true })).toHaveValue('EPSG:4490');
  await expect(dialog.getByRole('button', { name: '导入 2 个文件' })).toBeEnabled({ timeout: 60_000 });
  await text.getByLabel('坐标系', { exact: true }).selectOption('EPSG:4546');
  await expect(text.getByText(/距片区 \d+.*在片区/)).toBeVisible();
  await expect(text.getByRole('checkbox').first()).not.toBeChecked();
  await dialog.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(dialog).toBeHidden();
  await app.acknowledge();
  await app.computed();
});

test('of parcels of ours, only words that are not ours are asked about', async ({ app, page }) => {
  await app.openSmallSample();
  const { features, ...rest } = JSON.parse(await readFile('data/minimal/parcels.geojson', 'utf8')) as {
    features: { properties: Record<string, unknown> }[];
  };
  const statuses = ['built', 'vacant', 'submitted', '待定'];
  const given = features.map((feature, index) => ({
    ...feature,
    properties: { ...feature.properties, status: statuses[index] },
  }));
  const content = Buffer.from(JSON.stringify({ ...rest, features: given }));
  await app.drop([{ name: '地块.geojson', content }]);
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await dialog.getByRole('button', { name: '坐标系与字段…' }).click();
  const values = dialog.getByRole('group', { name: '地块.geojson 的取值对应' });
  await expect(values.getByRole('listitem')).toHaveText([/状态“待定” · 1 个要素/], { timeout: 60_000 });
  await expect(dialog.getByLabel('用地分类标准')).toBeHidden();
  await expect(dialog.getByText('请注明用地代码所属的分类标准')).toBeHidden();
  await dialog.getByLabel('字段“codeScheme”作为').selectOption('');
  await expect(dialog.getByText('请注明用地代码所属的分类标准')).toBeVisible();
});
