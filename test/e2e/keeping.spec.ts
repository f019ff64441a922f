import { expect, test } from './support/test';

test('a second tab is told that it follows', async ({ app, page, context }) => {
  await app.openSample();
  const second = await context.newPage();
  await second.goto('/');
  await expect(second.getByText(/另一标签页正在编辑/).first()).toBeVisible();
  await second.close();
  await expect(page.getByText(/另一标签页正在编辑/)).toHaveCount(0);
});

test('a broken file says what is wrong and changes nothing', async ({ app, page }) => {
  await app.openSample();
  const before = await app.exportSchools();
  await page.keyboard.press('Control+i');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: '选择文件…' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'schools.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from('{"type":"FeatureCollection","features":['),
  });
  await expect(page.getByText(/schools\.geojson.*行/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await app.exportSchools()).toEqual(before);
});
