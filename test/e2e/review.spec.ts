import type { Page } from '@playwright/test';
import type { Driver } from './support/driver';
import { expect, graveFaults, test } from './support/test';

const SCHOOL = '凤凰小学';
const DECIDED = 10;

const inspector = (page: Page) => page.getByRole('complementary', { name: '属性' });
const form = (page: Page) => inspector(page).getByRole('form');
const rows = (page: Page) => page.getByRole('grid', { name: '冲突' }).getByRole('row');
const progress = (page: Page, reviewed: number) => page.getByText(new RegExp(`^已审 ${reviewed} / \\d+$`));

/** Rules on the selected conflict by keys. */
async function rule(page: Page, key: string, reason: string): Promise<void> {
  await page.keyboard.press(key);
  await form(page).getByLabel('理由').fill(reason);
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toHaveCount(0);
}

/** Says who reviews, when it is first asked. */
async function introduce(page: Page, name: string, role: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '您是谁' });
  await dialog.getByLabel('姓名').fill(name);
  await dialog.getByLabel('角色').selectOption({ label: role });
  await dialog.getByRole('button', { name: '确定' }).click();
}

/** Moves a school 5 m to the west with the keyboard. */
async function move(app: Driver, page: Page, school: string): Promise<void> {
  await app.show('校址');
  await page.getByLabel('搜索名称或编号').fill(school);
  await page.getByRole('row', { name: new RegExp(`^${school} `) }).click({ position: { x: 20, y: 10 } });
  await page.keyboard.press('e');
  await page.locator('canvas.maplibregl-canvas').focus();
  await page.keyboard.press('Shift+Alt+ArrowLeft');
  await expect(app.button(/撤销.*移动/).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await app.computed();
}

test('a reviewer rules on ten conflicts, which go stale and come back with what they saw', async ({
  app,
  page,
}) => {
  await app.openSample();
  await app.show('冲突');
  await page.keyboard.press('w');
  await page.keyboard.press('x');
  await introduce(page, '王工', '审核');
  await form(page).getByLabel('理由').fill('距离不足');
  await form(page).getByRole('button', { name: '给出意见' }).click();
  for (let ruled = 1; ruled < DECIDED; ruled++) {
    await page.keyboard.press('j');
    await rule(page, ruled % 2 === 0 ? 'x' : 'u', `第 ${ruled + 1} 处`);
  }
  await expect(progress(page, DECIDED)).toBeVisible();
  await app.computed();

  const touched = await rows(page).filter({ hasText: SCHOOL }).filter({ hasNotText: '待核' }).count();
  expect(touched).toBeGreaterThan(0);
  expect(touched).toBeLessThan(DECIDED);
  await move(app, page, SCHOOL);
  await app.show('冲突');
  await expect(progress(page, DECIDED - touched)).toBeVisible();
  await expect(page.getByText(`依据已变 ${touched}`)).toBeVisible();
  await page.getByLabel('全部核查状态').selectOption({ label: '依据已变·待复核' });
  await expect(rows(page)).toHaveCount(1 + touched);
  await expect(rows(page).filter({ hasText: SCHOOL })).toHaveCount(touched);
  await rows(page)
    .nth(1)
    .click({ position: { x: 200, y: 10 } });
  await expect(inspector(page).getByRole('note', { name: '依据变化' })).toContainText(
    /距离 [\d.]+ m → [\d.]+ m/,
  );
  expect(await graveFaults(page)).toEqual([]);

  await page.keyboard.press('Control+z');
  await expect(progress(page, DECIDED)).toBeVisible();
  await expect(page.getByText(/^依据已变 \d/)).toHaveCount(0);
  await page.getByRole('button', { name: '清除筛选' }).click();

  await page.keyboard.press('a');
  await form(page).getByLabel('理由').fill('已专项论证');
  await form(page).getByLabel('依据文号').fill('示例论〔2026〕3号');
  await form(page).getByLabel('依据性质').selectOption({ label: '专项论证报告' });
  await form(page).getByLabel('有效期至').fill('2099-12-31');
  await form(page).getByRole('button', { name: '给出意见' }).click();
  await expect(inspector(page).getByText('有效期至 2099-12-31')).toBeVisible();
  await expect(inspector(page).getByRole('button', { name: /^复核通过/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await app.reload();
  await app.show('冲突');
  await expect(progress(page, DECIDED)).toBeVisible();
  await page.getByLabel('全部核查状态').selectOption({ label: '论证认可（附依据）' });
  await expect(rows(page)).toHaveCount(2);
  await rows(page)
    .nth(1)
    .click({ position: { x: 200, y: 10 } });
  await expect(inspector(page).getByText('示例论〔2026〕3号', { exact: false })).toBeVisible();
});

test('many conflicts are decided with one reason', async ({ app, page }) => {
  await app.openSample();
  await app.show('冲突');
  await page.getByLabel('全部等级').selectOption({ label: '提示' });
  await page.getByRole('checkbox', { name: /^选中筛选出的 8 处/ }).check();
  await app.button('批量给出意见…').click();
  await introduce(page, '李工', '经办');
  const dialog = page.getByRole('dialog', { name: /同一意见/ });
  await dialog.getByLabel('理由').fill('统一补正');
  await dialog.getByLabel('意见').selectOption({ label: '论证认可（附依据）' });
  await expect(dialog.getByText(/不能给出 8 处/)).toBeVisible();
  await dialog.getByLabel('意见').selectOption({ label: '补正材料' });
  await dialog.getByRole('button', { name: '对 8 处给出意见' }).click();
  await expect(progress(page, 8)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(progress(page, 0)).toBeVisible();
});

test('a decision is there after the page was killed', async ({ app, page, context }) => {
  await app.openSmallSample();
  await app.show('冲突');
  await rows(page)
    .nth(1)
    .click({ position: { x: 200, y: 10 } });
  await page.keyboard.press('m');
  await introduce(page, '王工', '审核');
  await form(page).getByLabel('理由').fill('缺测绘成果');
  await form(page).getByRole('button', { name: '给出意见' }).click();
  await expect(page.getByText('已自动保存')).toBeVisible();
  const crashed = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto('/');
  await again.getByRole('tab', { name: '冲突' }).click();
  await expect(again.getByText(/^已审 1 /)).toBeVisible();
});
