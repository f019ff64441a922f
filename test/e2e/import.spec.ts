import { readFile } from 'node:fs/promises';
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
  await page.screenshot({ path: 'test-results/import.png' });
  await dialog.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(dialog).toBeHidden();
  await app.acknowledge();
  await app.computed();
  await expect(page.getByText('已导入 1 个文件；可以撤销。')).toBeVisible();
  await app.show('图层');
  await expect(page.getByText('1,000').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/imported.png' });
});
