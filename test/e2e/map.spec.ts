import { expect, test } from './support/test';

test('a parcel is named under the pointer, and picked by a click', async ({ app, page }) => {
  await app.openSample();
  await app.zoomIn(0.56, 0.5);
  await app.zoomIn(0.56, 0.5);
  const [x, y] = await app.findUnderPointer(/^07\d+ .*住宅用地$/);
  await app.pick(x, y);
  const parcel = page.getByText(/^地块 · /);
  await expect(parcel).toBeVisible();
  const first = await parcel.textContent();

  await app.panBy(-200, 0);
  const [otherX, otherY] = await app.findUnderPointer(/\d{4,} .*地$/, 0.65);
  await app.pick(otherX, otherY);
  await expect(parcel).toBeVisible();
  await expect(parcel).not.toHaveText(first ?? '');
});
