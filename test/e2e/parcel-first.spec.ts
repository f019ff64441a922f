import { readFile } from 'node:fs/promises';
import type { FeatureCollection } from 'geojson';
import { expect, graveFaults, test } from './support/test';

/** A rectangle in the north of the sample city, some 120 by 110 m, beside a school. */
const TYPED = ['105.9705, 31.6142', '105.9718, 31.6142', '105.9718, 31.6152', '105.9705, 31.6152'].join('\n');

/** Pages of a PDF as Chromium writes it. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

test('a parcel is appraised, shown on the map and printed on one page', async ({ app, page }) => {
  await app.openSample();
  await app.show('地块');
  const search = page.getByRole('textbox', { name: '按编号或名称查找地块' });
  await search.fill('P-JB-0033');
  await search.press('Enter');
  const failed = page.getByRole('region', { name: '冲突', exact: true });
  await expect(failed.getByRole('button', { name: /^占压.* m²，占本地块/ })).toBeVisible();
  await expect(page.getByRole('region', { name: /^未发现冲突/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /初中/ }).first()).toBeVisible();
  await page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
  expect(await graveFaults(page)).toEqual([]);

  await page.getByRole('textbox', { name: '户均人口' }).fill('2.8');
  await page.getByRole('textbox', { name: '户均人口' }).press('Enter');
  // 105 households × 2.8 persons × 100 places per 1,000 residents.
  await expect(page.getByRole('row', { name: /^小学.*2\.8 人\/户/ })).toContainText('30');

  const whole = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pagesOf(whole)).toBe(1);
  await page.getByRole('switch', { name: '附表' }).click();
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(2);

  await failed.getByRole('button').first().click();
  await expect(page.getByRole('complementary', { name: '属性' })).toContainText('依据');
  await app.show('校址');
  await page.keyboard.press('q');
  await expect(page.getByRole('tab', { name: '地块', selected: true })).toBeVisible();
});

test('a proposal is typed or drawn, filled in, kept as a file, and never in the plan', async ({
  app,
  page,
}) => {
  await app.openSample();
  const sites = await app.siteCount();
  await app.show('地块');
  await app.button('输入坐标').click();
  await page.getByRole('dialog').getByRole('textbox').fill(TYPED);
  await app.button('核查此方案').click();
  await expect(page.getByText('拟建方案（未入规划）').first()).toBeVisible();
  await expect(page.getByText(/未填用地代码，按/)).toBeVisible();
  await page.getByRole('combobox', { name: '用地代码' }).selectOption('070102');
  await expect(page.getByText(/未填用地代码，按/)).toHaveCount(0);
  await expect(page.getByRole('region', { name: /^(冲突|未发现冲突.*)$/ }).first()).toBeVisible();

  const download = page.waitForEvent('download');
  await app.button('另存方案').click();
  const kept = JSON.parse(await readFile(await (await download).path(), 'utf8')) as FeatureCollection;
  expect(kept.features[0]?.properties).toMatchObject({ kind: 'proposal', landUse: '070102' });

  await app.button('结束核查').click();
  await page.keyboard.press('Shift+Q');
  const [left, top] = await app.mapPoint(0.5, 0.6);
  for (const [dx, dy] of [
    [0, 0],
    [60, 0],
    [60, 50],
    [0, 50],
  ] as const) {
    await page.mouse.move(left + dx, top + dy, { steps: 4 });
    await page.mouse.click(left + dx, top + dy, { delay: 40 });
    await page.waitForTimeout(400);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('拟建方案（未入规划）').first()).toBeVisible();
  expect(await app.siteCount()).toBe(sites);
  await expect(app.button('撤销')).toHaveAttribute('aria-disabled', 'true');
});
