import { readFile } from 'node:fs/promises';
import { expect, test } from './support/test';
import { sampleFile } from './support/disk';

test('layers that are dropped are previewed and taken together, and undone together', async ({
  app,
  page,
}) => {
  await page.goto('/');
  await page.getByLabel('新建空项目').fill('新城');
  await page.getByLabel('新建空项目').press('Enter');
  await expect(page.getByText('这个项目还没有图形')).toBeVisible();
  await app.drop(
    ['districts.geojson', 'schools.geojson', 'parcels.geojson'].map((name) => ({
      name,
      content: sampleFile(name),
    })),
  );
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await expect(dialog.getByText('schools.geojson').first()).toBeVisible();
  await expect(dialog.getByText('禁止导入涉密数据。')).toBeVisible();
  await dialog.getByRole('button', { name: '导入 3 个文件' }).click();
  await app.acknowledge();
  await app.computed();
  expect(await app.siteCount()).toBe(2);
  await page.keyboard.press('Control+z');
  await expect(app.button(/重做.*导入/)).toBeVisible();
  expect(await app.siteCount()).toBe(0);
});

test('a zip that is dropped opens, unpacked beside the page', async ({ app, page }) => {
  await app.openSmallSample();
  await page.keyboard.press('Control+e');
  const download = page.waitForEvent('download');
  await app.button(/整个项目（ZIP）/).click();
  const content = await readFile(await (await download).path());
  await app.renameSchool('示例小学', '城东小学');
  await app.drop([{ name: '项目.zip', content }]);
  await app.acknowledge();
  await app.computed();
  await app.show('校址');
  await expect(page.getByRole('row', { name: /^示例小学 / })).toBeVisible();
});
