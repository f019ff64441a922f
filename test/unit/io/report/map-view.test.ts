import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrame } from '../../../../src/geo/frame';
import { MapView, SCALES, scaleFor } from '../../../../src/io/report/map/map-view';

const WINDOW = { x: 0, y: 8, width: 170, height: 80 };
const boxOf = (width: number, height: number) => ({
  minX: -width / 2,
  maxX: width / 2,
  minY: -height / 2,
  maxY: height / 2,
});

describe('scaleFor', () => {
  it('is the largest at which the box fits', () => {
    const size = fc.double({ min: 1, max: 70_000, noNaN: true });
    const isInside = (width: number, height: number, scale: number) =>
      (width * 1000) / scale <= WINDOW.width * 0.94 && (height * 1000) / scale <= WINDOW.height * 0.94;
    fc.assert(
      fc.property(size, size, (width, height) => {
        const scale = scaleFor(boxOf(width, height), WINDOW);
        const larger = SCALES[SCALES.indexOf(scale as (typeof SCALES)[number]) - 1];
        expect(isInside(width * 0.999, height * 0.999, scale)).toBe(true);
        if (larger) expect(isInside(width * 1.001, height * 1.001, larger)).toBe(false);
      }),
    );
  });
});

describe('MapView', () => {
  const view = new MapView(createFrame({ lon: 106, lat: 31.6 }), WINDOW, 2000, boxOf(100, 100));

  it('is true to scale: 100 m at 1:2000 are 50 mm, north is up', () => {
    const [x, y] = view.place(0, 0);
    expect(view.place(100, 0)).toEqual([x + 50, y]);
    expect(view.place(0, 100)).toEqual([x, y - 50]);
    expect([x, y]).toEqual([85, 48]);
  });

  it('draws what it sees and nothing else', () => {
    expect(view.draw({ type: 'Point', coordinates: [106, 31.6] }, { fill: '#000' })).toHaveLength(1);
    expect(view.draw({ type: 'Point', coordinates: [107, 31.6] }, { fill: '#000' })).toEqual([]);
    expect(view.draw(null, {})).toEqual([]);
  });
});
