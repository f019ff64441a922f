import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Driver } from './support/driver';
import { expect, graveFaults, test } from './support/test';

/** Makes the report of the dialog in a format; its bytes. */
async function reportAs(app: Driver, format: 'DOCX' | 'PDF' | 'XLSX'): Promise<Uint8Array> {
  await app.button('文件').click();
  await app.page.getByRole('menuitem', { name: '报告…' }).click();
  await app.page.getByText(format, { exact: true }).click();
  const download = app.page.waitForEvent('download');
  await app.button('生成').click();
  return new Uint8Array(await readFile(await (await download).path()));
}

test('the review is written as DOCX with its map, as PDF and as XLSX', async ({ app }) => {
  await app.openSample();
  const docx = unzipSync(await reportAs(app, 'DOCX'));
  expect(strFromU8(docx['word/document.xml']!)).toContain('教育设施布局冲突核查报告');
  expect(Object.keys(docx).filter((path) => path.endsWith('.png'))).toHaveLength(1);

  const pdf = await reportAs(app, 'PDF');
  expect(strFromU8(pdf.subarray(0, 5), true)).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(100_000);

  const xlsx = unzipSync(await reportAs(app, 'XLSX'));
  expect(strFromU8(xlsx['xl/workbook.xml']!)).toContain('name="冲突清单"');
});

test('a conflict is printed from its inspector, its map drawn by the engine', async ({ app, page }) => {
  await app.openSmallSample();
  await app.show('冲突');
  await page.keyboard.press('n');
  const download = page.waitForEvent('download');
  await app.button('打印此冲突（PDF）').click();
  const pdf = await readFile(await (await download).path(), 'latin1');
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});

test('the dialog has no grave fault for a screen reader', async ({ app, page }) => {
  await app.openSmallSample();
  await page.keyboard.press('Control+e');
  await app.button(/^报告…/).click();
  await expect(page.getByRole('dialog', { name: '生成报告' })).toBeVisible();
  expect(await graveFaults(page)).toEqual([]);
});
