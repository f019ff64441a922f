import { describe, expect, it } from 'vitest';
import { perimeter } from '../../../src/geo/area';
import { zoneArea, zoneOverlapArea } from '../../../src/geo/zone-overlap';
import { area, box, line, planar, point, rectangle } from '../../builders/planar';
import { goldenPairs } from './golden-pairs';

/** The fixture's arcs are chords: this much lower at most, as a share of the radius. */
const CHORD = 7.5e-8;

describe('zones', () => {
  const cases = goldenPairs.flatMap(({ name, object, subject, zones }) =>
    zones.map((zone) => ({ name, object, subject, ...zone })),
  );

  it.each(cases)('agree with GEOS: $name at $d m', ({ object, subject, d, overlap, zone }) => {
    const around = planar(subject);
    const shape = planar(object);
    const chords = CHORD * d * perimeter(shape);
    expect(Math.abs(zoneOverlapArea(shape, around, d) - overlap)).toBeLessThan(
      1e-6 + 1e-6 * overlap + chords,
    );
    expect(Math.abs(zoneArea(around, d) - zone)).toBeLessThan(1e-6 + 3e-7 * zone);
  });
});

describe('zoneArea', () => {
  it('has exact round corners', () => {
    expect(zoneArea(point(40_000, -30_000), 50)).toBeCloseTo(Math.PI * 2500, 7);
    expect(zoneArea(line([0, 0], [30, 40]), 7)).toBeCloseTo(Math.PI * 49 + 700, 9);
    expect(zoneArea(box(0, 0, 100, 60), 20)).toBeCloseTo(6000 + 320 * 20 + Math.PI * 400, 8);
  });

  it('loses no digits where an arc is level, far from the centre', () => {
    const radius = 154.8516693187777;
    expect(zoneArea(point(0, 32966.53343252013), radius)).toBeCloseTo(Math.PI * radius * radius, 7);
  });

  it('fills a hole that is narrower than twice the distance, and no other', () => {
    const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));
    const outside = 6300 + 320 * 15 + Math.PI * 225;
    expect(zoneArea(court, 15)).toBeCloseTo(outside, 8);
    expect(zoneArea(court, 14)).toBeCloseTo(6300 - 4 + 320 * 14 + Math.PI * 196, 8);
  });

  it('counts what two parts share once', () => {
    const points = planar({
      type: 'MultiPoint',
      coordinates: [
        [0, 0],
        [0, 0.000001],
        [1000, 0],
      ],
    });
    expect(zoneArea(points, 10)).toBeCloseTo(Math.PI * 200, 3);
  });

  it('is the subject itself at no distance, and nothing for nothing', () => {
    expect(zoneArea(box(0, 0, 10, 10), 0)).toBe(100);
    expect(zoneArea(point(0, 0), 0)).toBe(0);
    expect(zoneArea(planar({ type: 'MultiPoint', coordinates: [] }), 10)).toBe(0);
  });

  it('is sound for lines and rings of one place or folded flat', () => {
    expect(zoneArea(line([3, 4], [3, 4]), 10)).toBeCloseTo(Math.PI * 100, 9);
    expect(
      zoneArea(
        area([
          [3, 4],
          [3, 4],
        ]),
        10,
      ),
    ).toBeCloseTo(Math.PI * 100, 9);
    expect(
      zoneArea(
        area([
          [0, 0],
          [30, 0],
          [30, 0],
          [0, 0],
        ]),
        10,
      ),
    ).toBeCloseTo(Math.PI * 100 + 600, 9);
    expect(zoneArea(line([0, 0], [30, 0], [10, 0], [30, 0]), 10)).toBeCloseTo(Math.PI * 100 + 600, 9);
  });
});

describe('zoneOverlapArea', () => {
  it('is the whole object within reach and nothing beyond it', () => {
    expect(zoneOverlapArea(box(0, 0, 10, 10), point(5, 5), 8)).toBe(100);
    expect(zoneOverlapArea(box(0, 0, 10, 10), point(30, 5), 20)).toBe(0);
    expect(zoneOverlapArea(box(0, 0, 10, 10), box(30, 0, 40, 10), 20)).toBe(0);
    expect(zoneOverlapArea(line([0, 0], [10, 0]), point(5, 0), 20)).toBe(0);
    expect(zoneOverlapArea(box(0, 0, 10, 10), planar({ type: 'MultiPoint', coordinates: [] }), 20)).toBe(0);
  });

  it('cuts a circle with a polygon exactly', () => {
    expect(zoneOverlapArea(box(0, 0, 100, 100), point(0, 0), 60)).toBeCloseTo((Math.PI * 3600) / 4, 9);
    expect(zoneOverlapArea(box(-100, 0, 100, 100), point(0, 0), 60)).toBeCloseTo((Math.PI * 3600) / 2, 8);
  });

  it('is right where object edges coincide with the zone’s own', () => {
    expect(zoneOverlapArea(box(0, 60, 100, 90), box(0, 0, 100, 50), 10)).toBe(0);
    expect(zoneOverlapArea(box(0, 55, 100, 60), box(0, 0, 100, 50), 10)).toBeCloseTo(500, 9);
    expect(zoneOverlapArea(box(0, 50, 100, 90), box(0, 0, 100, 50), 10)).toBeCloseTo(1000, 9);
  });

  it('at no distance is the overlap with the subject', () => {
    expect(zoneOverlapArea(box(5, 0, 20, 10), box(0, 0, 10, 10), 0)).toBeCloseTo(50, 9);
  });

  it('is right where a circle touches an offset line half way up a slab', () => {
    // Values of GEOS; the fourth vertex lies on the first piece.
    const hook = line([30, 60], [50, 80], [50, 0], [40, 70]);
    expect(zoneArea(hook, 30)).toBeCloseTo(8575.71547, 4);
    const loop = line([40, 30], [70, 50], [70, 60], [20, 10]);
    expect(zoneOverlapArea(box(10, 50, 20, 60), loop, 30)).toBeCloseTo(2.94373, 4);
  });
});
