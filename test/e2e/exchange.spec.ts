import type { Browser } from '@playwright/test';
import { Driver } from './support/driver';
import { expect, graveFaults, test } from './support/test';

/** Another person, at a browser of their own, with what was sent open. */
async function another(browser: Browser, zip: Awaited<ReturnType<Driver['saveZip']>>): Promise<Driver> {
  const page = await (await browser.newContext()).newPage();
  const driver = new Driver(page);
  await page.goto('/');
  await page.locator('input[type="file"][accept*=".zip"]').first().setInputFiles(zip);
  await driver.acknowledge();
  await driver.computed();
  return driver;
}

test('two people exchange their work by file, and nothing is overwritten unasked', async ({
  app,
  page,
  browser,
}) => {
  await app.openSmallSample();
  await app.renameSchool('示例小学', '城东小学');
  const sent = await app.saveZip();

  const reviewer = await another(browser, sent);
  await reviewer.renameSchool('城东小学', '城东中心小学');
  await reviewer.renameSchool('示例幼儿园', '城西幼儿园');
  const returned = await reviewer.saveZip();
  expect(reviewer.faults).toEqual([]);
  await reviewer.page.context().close();

  await app.renameSchool('城东小学', '城东实验小学');
  await app.fromMenu('比较与合并…');
  const dialog = page.getByRole('dialog', { name: '比较与合并' });
  await dialog.locator('input[type="file"]').setInputFiles(returned);
  await expect(dialog.getByText(/自动：第 1 步/)).toBeAttached();
  expect(await graveFaults(page)).toEqual([]);
  const merge = dialog.getByRole('button', { name: '合并选定内容' });
  await expect(merge).toBeDisabled();
  const asked = dialog.getByRole('radiogroup', { name: '学校 城东实验小学 · 名称' });
  await expect(asked).toContainText('城东中心小学');
  await page.screenshot({ path: 'test-results/compare-merge.png' });

  await dialog.getByRole('tab', { name: /要素与设置/ }).click();
  await expect(dialog.getByText(/示例幼儿园 → 城西幼儿园/)).toBeVisible();
  await page.screenshot({ path: 'test-results/compare-features.png' });
  await dialog.getByRole('tab', { name: /合并/ }).click();
  await asked.getByLabel('我方').check();
  await merge.click();
  await expect(dialog).toHaveCount(0);
  await app.acknowledge();
  await app.computed();
  await app.show('校址');
  await expect(page.getByRole('row', { name: /^城东实验小学 / })).toBeVisible();
  await expect(page.getByRole('row', { name: /^城西幼儿园 / })).toBeVisible();

  await app.fromMenu('操作历史');
  const history = page.getByRole('dialog', { name: '操作历史' });
  await history.getByRole('tab', { name: '审计记录' }).click();
  await expect(history.getByText(/日志完整：3 条/)).toBeVisible();
  await history.getByRole('button', { name: /合并/ }).click();
  await expect(history.getByText(/示例幼儿园 → 城西幼儿园/)).toBeVisible();
  expect(await graveFaults(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/audit.png' });
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /^示例幼儿园 / })).toBeVisible();
});
