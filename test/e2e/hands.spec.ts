import { expect, test } from './support/test';

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a school is drawn with taps', async ({ app, page }) => {
    await app.openSmallSample();
    const before = await app.siteCount();
    await app.button('新建').tap();
    await page.getByRole('menuitem', { name: '学校（画边界）' }).tap();
    const [left, top] = await app.mapPoint(0.3, 0.7);
    for (const [dx, dy] of [
      [0, 0],
      [90, 0],
      [90, 70],
      [0, 70],
    ] as const) {
      await page.touchscreen.tap(left + dx, top + dy);
      await page.waitForTimeout(500);
    }
    await expect(page.getByText('4 个顶点', { exact: true })).toBeVisible();
    await app.button('完成').tap();
    await expect(app.button(/撤销.*新建/)).toBeVisible();
    expect(await app.siteCount()).toBe(before + 1);
  });
});

test('a school is drawn with the keyboard alone', async ({ app, page }) => {
  await app.openSmallSample();
  const before = await app.siteCount();
  await page.keyboard.press('Shift+D');
  await page.getByRole('link', { name: '跳到地图' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('canvas.maplibregl-canvas')).toBeFocused();
  for (const way of ['ArrowRight', 'ArrowDown', 'ArrowLeft'] as const) {
    await page.keyboard.press('Space');
    await page.keyboard.press(way);
    await page.waitForTimeout(700);
  }
  await page.keyboard.press('Space');
  await expect(page.getByText('4 个顶点', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(app.button(/撤销.*新建/)).toBeVisible();
  expect(await app.siteCount()).toBe(before + 1);
});

test('Enter ends what was drawn with the mouse', async ({ app, page }) => {
  await app.openSmallSample();
  const before = await app.siteCount();
  await app.drawSchool(0.5, 0.7);
  await page.keyboard.press('Enter');
  await expect(app.button(/撤销.*新建/)).toBeVisible();
  expect(await app.siteCount()).toBe(before + 1);
});
