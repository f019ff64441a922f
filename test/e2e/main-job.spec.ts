import { expect, graveFaults, test } from './support/test';

test('the sample opens with the office table and its conflicts', async ({ app, page }) => {
  await app.openSample();
  await app.show('总览');
  await expect(page.getByText('示例数据,纯属虚构').first()).toBeVisible();
  const total = page.getByRole('row', { name: /^合计/ }).first();
  await expect(total).toContainText('30');
  await expect(total).toContainText('18');
  await expect(total).toContainText('11');
  await app.show('冲突');
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(10);
});

test('a school is drawn, undone, redone, found after a reload and exported', async ({ app, page }) => {
  await app.openSample();
  await app.zoomIn(0.56, 0.5);
  await app.drawSchool(0.5, 0.5);
  await page.keyboard.press('Enter');
  await expect(app.button(/撤销.*新建/)).toBeVisible();
  await app.computed();
  const drawn = await app.exportSchools();
  expect(drawn.features).toHaveLength(87);

  await page.keyboard.press('Control+z');
  await expect(app.button(/重做.*新建/)).toBeVisible();
  expect((await app.exportSchools()).features).toHaveLength(86);

  await page.keyboard.press('Control+y');
  await app.computed();
  await app.reload();
  const exported = await app.exportSchools();
  expect(exported).toEqual(drawn);
  const school = exported.features.at(-1);
  expect(school?.properties).toMatchObject({ stage: 'primary', status: 'planned', xz_district_id: 'qili' });
  expect(school?.geometry.type).toBe('Polygon');
});

test('no panel has a grave fault for a screen reader', async ({ app, page }) => {
  await app.openSample();
  for (const panel of ['总览', '校址', '冲突', '规则', '图层']) {
    await app.show(panel);
    expect(await graveFaults(page), panel).toEqual([]);
  }
});

test('one switch turns everything into English', async ({ app, page }) => {
  await app.openSmallSample();
  await page.getByText('EN', { exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Conflicts' })).toBeVisible();
});
