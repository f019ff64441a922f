import { Driver } from './support/driver';
import { expect, test } from './support/test';

test('a second tab is told that it follows', async ({ app, page, context }) => {
  await app.openSmallSample();
  const second = await context.newPage();
  await second.goto('/');
  await expect(second.getByText(/另一标签页正在编辑/).first()).toBeVisible();
  await app.renameSchool('示例小学', '城东小学');
  const follower = new Driver(second);
  await follower.show('校址');
  await expect(second.getByRole('row', { name: /^城东小学 / })).toBeVisible();
  await second.close();
  await expect(page.getByText(/另一标签页正在编辑/)).toHaveCount(0);
});

test('the tab that followed goes on where the other was closed', async ({ app, page, context }) => {
  await app.openSmallSample();
  await app.renameSchool('示例小学', '城东小学');
  const second = await context.newPage();
  const other = new Driver(second);
  await second.goto('/');
  await other.computed();
  await page.close();
  await expect(second.getByText('此页已接管编辑。')).toBeVisible();
  await other.renameSchool('城东小学', '城东实验小学');
  expect(other.faults).toEqual([]);
});

test('a page that is left in the middle of its work comes back whole', async ({ app, page }) => {
  await page.goto('?sample=minimal');
  await page.reload();
  await app.computed();
  await app.renameSchool('示例小学', '城东小学');
  await app.drawSchool(0.5, 0.7);
  await app.reload();
  expect(await app.siteCount()).toBe(3);
  await expect(page.getByRole('row', { name: /^城东小学 / })).toBeVisible();
  await expect(app.button(/撤销.*改名/)).toBeVisible();
});

test('a broken file says what is wrong and changes nothing', async ({ app, page }) => {
  await app.openSmallSample();
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
