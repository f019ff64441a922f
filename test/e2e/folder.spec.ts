import { Disk } from './support/disk';
import { expect, test } from './support/test';

test('a folder is saved back into, and what others changed in it is not lost unasked', async ({
  app,
  page,
}) => {
  const disk = new Disk(page);
  await disk.offer();
  await page.goto('/');
  await disk.fill();
  await app.openFolder();

  await app.renameSchool('示例小学', '城东小学');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/已保存到文件夹/)).toBeVisible();
  expect(await disk.read('schools.geojson')).toContain('城东小学');
  // What nothing was done to keeps its bytes.
  expect(await disk.read('parcels.geojson')).toContain('示例数据,纯属虚构');

  const theirs = (await disk.read('schools.geojson')).replace('示例幼儿园', '城西幼儿园');
  await disk.write('schools.geojson', theirs);
  await app.renameSchool('城东小学', '城东实验小学');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: '文件夹中的文件已被改动' });
  await expect(dialog.getByText('schools.geojson')).toBeVisible();
  await dialog.getByRole('button', { name: '先不保存' }).click();
  expect(await disk.read('schools.geojson')).toBe(theirs);

  await page.keyboard.press('Control+s');
  await dialog.getByRole('button', { name: '覆盖' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => disk.read('schools.geojson')).toContain('城东实验小学');
  expect(await disk.read('schools.geojson')).not.toContain('城西幼儿园');
});
