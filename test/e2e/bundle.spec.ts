import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Driver } from './support/driver';
import { expect, test } from './support/test';

const inspector = (page: Page) => page.getByRole('complementary', { name: '属性' });

/** Accepts the one conflict of the smallest sample, and gives the evidence bundle of that. */
async function acceptedBundle(app: Driver, page: Page): Promise<Buffer> {
  await app.openSmallSample();
  await app.show('冲突');
  const row = page.getByRole('grid', { name: '冲突' }).getByRole('row').nth(1);
  await row.click({ position: { x: 200, y: 10 } });
  await page.keyboard.press('a');
  const identity = page.getByRole('dialog', { name: '您是谁' });
  await identity.getByLabel('姓名').fill('王工');
  await identity.getByLabel('角色').selectOption({ label: '审核' });
  await identity.getByRole('button', { name: '确定' }).click();
  const form = inspector(page).getByRole('form');
  await form.getByLabel('理由').fill('已专项论证');
  await form.getByLabel('依据文号').fill('示例论〔2026〕3号');
  await form.getByLabel('依据性质').selectOption({ label: '专项论证报告' });
  await form.getByLabel('有效期至').fill('2099-12-31');
  await form.getByRole('button', { name: '给出意见' }).click();
  await expect(page.getByText(/^已审 1 /)).toBeVisible();
  await page.keyboard.press('Control+e');
  const download = page.waitForEvent('download');
  await app.button(/^证据包/).click();
  const bundle = await readFile(await (await download).path());
  await expect(page.getByText(/清单校验值 [0-9a-f]{64}/)).toBeVisible();
  return bundle;
}

test('an evidence bundle opens to the identical state in a fresh profile', async ({ app, page, browser }) => {
  const bundle = await acceptedBundle(app, page);
  const elsewhere = await browser.newContext();
  const other = new Driver(await elsewhere.newPage());
  await other.page.goto('/');
  await other.drop([{ name: 'evidence.zip', content: bundle }]);
  await other.acknowledge();
  await other.computed();
  await expect(other.page.getByText(/证据包完整.*重新计算结果相同/)).toBeVisible();
  await other.show('冲突');
  await expect(other.page.getByText(/^已审 1 /)).toBeVisible();
  const row = other.page.getByRole('grid', { name: '冲突' }).getByRole('row').nth(1);
  await row.click({ position: { x: 200, y: 10 } });
  await expect(inspector(other.page).getByText('示例论〔2026〕3号', { exact: false })).toBeVisible();
  await expect(inspector(other.page).getByText('有效期至 2099-12-31')).toBeVisible();
  expect(other.faults).toEqual([]);
  await elsewhere.close();
});

test('an evidence bundle that was tampered with is opened with the file named', async ({
  app,
  page,
  browser,
}) => {
  const files = unzipSync(await acceptedBundle(app, page));
  const decisions = strFromU8(files['decisions.json']!).replace('2099-12-31', '2199-12-31');
  const forged = zipSync({ ...files, 'decisions.json': strToU8(decisions) });
  const elsewhere = await browser.newContext();
  const other = new Driver(await elsewhere.newPage());
  await other.page.goto('/');
  await other.drop([{ name: 'evidence.zip', content: Buffer.from(forged) }]);
  await other.acknowledge();
  await expect(other.page.getByText(/decisions\.json.*与清单不符/)).toBeVisible();
  await expect(other.page.getByText(/与日志所记不同/)).toBeVisible();
  await elsewhere.close();
});
