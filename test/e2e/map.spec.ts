import { expect, test } from './support/test';

test('a parcel is named under the pointer, and picked by a click', async ({ app, page }) => {
  await app.openSample();
  await app.zoomIn(0.56, 0.5);
  await app.zoomIn(0.56, 0.5);
  expect(await app.pointAt(0.565, 0.49)).toMatch(/^07\d+ .*住宅用地$/);
  await app.pick(0.565, 0.49);
  const parcel = page.getByText(/^地块 · /);
  await expect(parcel).toBeVisible();
  const first = await parcel.textContent();

  await app.panBy(-200, 0);
  await app.pick(0.565, 0.49);
  await expect(parcel).toBeVisible();
  await expect(parcel).not.toHaveText(first ?? '');
});
