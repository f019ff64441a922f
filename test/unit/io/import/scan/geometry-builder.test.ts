import { describe, expect, it } from 'vitest';
import { GeometryBuilder } from '../../../../../src/io/import/scan/geometry-builder';
import { Outlook } from '../../../../../src/io/import/scan/growing';

describe('geometry columns that grow', () => {
  it('lose no number, whatever length they are expected to reach', () => {
    for (let percent = 1; percent < 100; percent += 7) {
      const outlook = new Outlook();
      const builder = new GeometryBuilder(outlook);
      for (let n = 1; n <= 3000; n++) {
        outlook.share = percent / 100 + n / 1e6;
        builder.add({ type: 'Point', coordinates: [n, -n] });
      }
      const wrong = Array.from({ length: 3000 }, (_, n) => [builder.xy[2 * n], builder.xy[2 * n + 1]]).filter(
        ([x, y], n) => x !== n + 1 || y !== -n - 1,
      );
      expect(wrong, `${percent} % read`).toEqual([]);
    }
  });
});
