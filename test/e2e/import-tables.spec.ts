import writeXlsx from 'write-excel-file/node';
import { expect, test } from './support/test';

/** A workbook as an education bureau keeps it: one sheet of schools, Chinese headings. */
async function workbook(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const data = rows.map((row) => row.map((value) => ({ value })));
  return writeXlsx(data).toBuffer();
}

const BY_DEGREES = [
  ['学校编号', '学校名称', '学段', '建设状态', '办学规模', '经度', '纬度'],
  ['X-1', '城南小学', '小学', '现状', '24班1080人', 106.02, 31.6],
  ['X-2', '城南初中', '初中', '规划', '36班', 106.025, 31.605],
  ['X-3', '城南幼儿园', '小教部', '现状', '9班', 106.03, 31.61],
];

const BY_SHAPE = [
  ['学校编号', '学校名称', '学段', '班数', 'WKT'],
  ['W-1', '城北小学', '小学', 18, 'POLYGON((106.02 31.62,106.021 31.62,106.021 31.621,106.02 31.621))'],
  [
    'W-2',
    '城北中学',
    '完全中学',
    30,
    'POLYGON((106.03 31.62,106.031 31.621,106.031 31.62,106.03 31.621,106.03 31.62))',
  ],
];

test('a workbook of schools by longitude and latitude joins the schools of the project', async ({
  app,
  page,
}) => {
  await app.openSmallSample();
  const before = await app.siteCount();
  await app.drop([{ name: '学校一览.xlsx', content: await workbook(BY_DEGREES) }]);
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await expect(dialog.getByText(/XLSX · .* · 3 个要素/)).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByLabel('学校一览.xlsx 作为图层')).toHaveValue('schools');
  await expect(dialog.getByLabel('字段“学校名称”作为')).toHaveValue('name');
  await expect(dialog.getByLabel('字段“办学规模”作为')).toHaveValue('classes');
  const choice = dialog.getByRole('combobox', { name: '“小教部”作为' });
  await choice.fill('幼儿');
  await page.getByRole('listbox').getByRole('option', { name: '幼儿园' }).click();
  await expect(dialog.getByText('学段“小教部” · 1 个要素')).toBeVisible();
  await page.screenshot({ path: 'test-results/import-xlsx.png' });
  await expect(dialog.getByRole('button', { name: '导入 1 个文件' })).toBeEnabled();
  await dialog.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(dialog).toBeHidden();
  await app.acknowledge();
  await app.computed();
  expect(await app.siteCount()).toBe(before + 3);
  await page.getByRole('row', { name: /^城南小学 / }).click({ position: { x: 20, y: 10 } });
  const inspector = page.getByRole('complementary', { name: '属性' });
  await expect(inspector.getByLabel('班数')).toHaveValue('24');
  await expect(page.getByRole('row', { name: /^城南幼儿园 .*幼儿园/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /^城南小学 / })).toHaveCount(0);
});

test('a workbook with outlines is repaired at the user’s word only', async ({ app, page }) => {
  await app.openSmallSample();
  const before = await app.siteCount();
  await app.drop([{ name: '学校用地.xlsx', content: await workbook(BY_SHAPE) }]);
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  const table = dialog.getByRole('grid', { name: '学校用地.xlsx 的修复' });
  await expect(table.getByRole('row', { name: /边界自相交/ })).toBeVisible({ timeout: 60_000 });
  await table.getByRole('row', { name: /边界自相交/ }).click();
  await expect(dialog.getByRole('img', { name: '修复后' })).toBeVisible();
  await dialog.getByRole('img', { name: '修复后' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/import-repairs.png' });
  await dialog.getByLabel('修复的种类').selectOption('self-intersection');
  await dialog.getByRole('button', { name: '采用', exact: true }).click();
  await expect(dialog.getByText(/已采用 1 个/)).toBeVisible();
  await dialog.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(dialog).toBeHidden();
  await app.acknowledge();
  await app.computed();
  expect(await app.siteCount()).toBe(before + 2);
});
