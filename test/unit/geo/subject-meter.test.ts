import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { perimeter, planarArea } from '../../../src/geo/area';
import { leastDistance } from '../../../src/geo/distance';
import { createSubjectMeter } from '../../../src/geo/subject-meter';
import { zoneArea, zoneOverlapArea } from '../../../src/geo/zone-overlap';
import { gridPair, randomPair, shakenPair, type MeasuredPair } from '../../builders/pair-source';
import { area, box, line, mapPositions, planar, point, rectangle, type XY } from '../../builders/planar';
import { randomSource } from '../../builders/random';
import { geometries, polygons } from '../../builders/shapes';
import { shapeTable } from '../../builders/shape-table';
import { goldenPairs } from './golden-pairs';

interface GoldenZone {
  readonly name: string;
  readonly subject: FeatureGeometry;
  readonly zones: readonly {
    readonly radius: number;
    readonly area: number;
    readonly objects: readonly {
      readonly object: FeatureGeometry;
      readonly distance: number;
      readonly overlap: number;
    }[];
  }[];
}

const goldenZones = JSON.parse(
  readFileSync(new URL('../../fixtures/geo/zones.json', import.meta.url), 'utf8'),
) as GoldenZone[];

/** How many pairs of each kind are compared; a long run is `XUEZHI_FUZZ=200000`. */
const PAIRS = Number(process.env.XUEZHI_FUZZ ?? 15_000);

function measured({ object, subject, radius }: MeasuredPair): {
  distance: number;
  overlap: number;
  zone: number;
} {
  const shapes = shapeTable([planar(object)]);
  const meter = createSubjectMeter(planar(subject));
  const distance = meter.distance(shapes, 0, Infinity);
  return { distance, overlap: meter.overlap(shapes, 0, radius, distance), zone: meter.zoneArea(radius) };
}

/** What the fast kernels say against what the robust ones do; null where they agree. */
function difference(pair: MeasuredPair): string | null {
  const object = planar(pair.object);
  const subject = planar(pair.subject);
  const { distance, overlap, zone } = measured(pair);
  const robust = leastDistance(subject, object);
  if (!(Math.abs(distance - robust) <= 1e-9)) return `distance ${distance}, not ${robust}`;
  const part = zoneOverlapArea(object, subject, pair.radius);
  if (!(Math.abs(overlap - part) <= Math.max(1e-5, 1e-6 * part))) return `overlap ${overlap}, not ${part}`;
  if (!(overlap >= 0 && overlap <= planarArea(object))) return `overlap ${overlap} out of bounds`;
  const all = zoneArea(subject, pair.radius);
  if (!(Math.abs(zone - all) <= Math.max(1e-5, 1e-9 * all))) return `zone ${zone}, not ${all}`;
  return null;
}

describe('a subject meter', () => {
  it.each([
    ['on shapes of all kinds', 2611, (random: () => number) => randomPair(random, 31_000, -17_000)],
    ['where everything coincides', 1125, gridPair],
    ['where everything nearly coincides', 2026, shakenPair],
  ])(
    'agrees with the slab sweep %s',
    (_, seed, pairOf) => {
      const random = randomSource(seed);
      for (let i = 0; i < PAIRS; i++) {
        const pair = pairOf(random);
        const wrong = difference(pair);
        if (wrong) expect.fail(`pair ${i}: ${wrong}: ${JSON.stringify(pair)}`);
      }
    },
    600_000,
  );

  it('knows no order of crossings where two pieces of an outline touch on an edge', () => {
    // Turns the other way round an edge through the point where a circle touches an offset line.
    const cells = [
      rectangle(12_345.6, -6503.2, 12_355.6, -6493.2),
      rectangle(12_345.6, -6473.2, 12_355.6, -6463.2),
    ];
    const object: FeatureGeometry = { type: 'MultiPolygon', coordinates: cells.map((cell) => [cell]) };
    const subject: FeatureGeometry = {
      type: 'LineString',
      coordinates: [
        [12_355.6, -6473.199999999999],
        [12_345.6, -6523.2],
        [12_345.6, -6463.2],
        [12_415.6, -6463.2],
      ],
    };
    expect(difference({ object, subject, radius: 4.999999999999765 })).toBeNull();
  });

  it.each(goldenZones)('agrees with GEOS: $name', ({ subject, zones }) => {
    const meter = createSubjectMeter(planar(subject));
    for (const { radius, area: zone, objects } of zones) {
      expect(Math.abs(meter.zoneArea(radius) - zone)).toBeLessThan(1e-8 * zone);
      const shapes = shapeTable(objects.map(({ object }) => planar(object)));
      for (const [i, { distance, overlap }] of objects.entries()) {
        expect(meter.distance(shapes, i, Infinity)).toBeCloseTo(distance, 8);
        const part = meter.overlap(shapes, i, radius, meter.distance(shapes, i, Infinity));
        expect(Math.abs(part - overlap)).toBeLessThan(1e-5 + 1e-6 * overlap);
      }
    }
  });

  it.each(goldenPairs)('agrees with GEOS on pairs that touch and coincide: $name', (pair) => {
    const shapes = shapeTable([planar(pair.object)]);
    const meter = createSubjectMeter(planar(pair.subject));
    const distance = meter.distance(shapes, 0, Infinity);
    expect(distance).toBeCloseTo(pair.distance, 8);
    for (const { d, overlap, zone } of pair.zones) {
      const chords = 7.5e-8 * d * perimeter(planar(pair.object));
      const part = meter.overlap(shapes, 0, d, distance);
      expect(Math.abs(part - overlap)).toBeLessThan(1e-6 + 1e-6 * overlap + chords);
      expect(Math.abs(meter.zoneArea(d) - zone)).toBeLessThan(1e-6 + 3e-7 * zone);
    }
  });

  it('may stop where the distance is beyond the limit, and nowhere else', () => {
    fc.assert(
      fc.property(
        geometries,
        geometries,
        fc.double({ min: 0, max: 300, noNaN: true }),
        (object, subject, limit) => {
          const shapes = shapeTable([planar(object)]);
          const meter = createSubjectMeter(planar(subject));
          const whole = meter.distance(shapes, 0, Infinity);
          const limited = meter.distance(shapes, 0, limit);
          if (whole <= limit) expect(limited).toBe(whole);
          else expect(limited).toBeGreaterThan(limit);
          expect(limited).toBeLessThanOrEqual(whole + 1e-9);
        },
      ),
    );
  });

  it('finds more within a longer radius', () => {
    const random = randomSource(5);
    for (let i = 0; i < 2000; i++) {
      const pair = i % 2 === 0 ? randomPair(random) : gridPair(random);
      const near = measured(pair).overlap;
      for (const more of [1e-7, 1e-3, 5, 100]) {
        expect(measured({ ...pair, radius: pair.radius + more }).overlap).toBeGreaterThanOrEqual(near - 1e-6);
      }
    }
  });

  it('gives the same wherever a pair lies and however its rings are written', () => {
    const random = randomSource(6);
    for (let i = 0; i < 2000; i++) {
      const pair = i % 2 === 0 ? randomPair(random) : gridPair(random);
      const move = (x: number, y: number): XY => [x + 4096.5, y - 512.25];
      const moved = {
        ...pair,
        object: rewritten(mapPositions(pair.object, move), i),
        subject: rewritten(mapPositions(pair.subject, move), i + 1),
      };
      const here = measured(pair);
      const there = measured(moved);
      expect(there.distance).toBeCloseTo(here.distance, 8);
      expect(Math.abs(there.overlap - here.overlap)).toBeLessThan(1e-6 + 1e-8 * here.overlap);
      expect(Math.abs(there.zone - here.zone)).toBeLessThan(1e-6 + 1e-8 * here.zone);
    }
  });

  it('measures each shape of a table as if it were alone', () => {
    fc.assert(
      fc.property(fc.array(geometries, { minLength: 1, maxLength: 6 }), geometries, (objects, subject) => {
        const shapes = shapeTable(objects.map(planar));
        const meter = createSubjectMeter(planar(subject));
        for (const [i, object] of objects.entries()) {
          const distance = meter.distance(shapes, i, Infinity);
          const alone = measured({ object, subject, radius: 60 });
          expect(distance).toBe(alone.distance);
          expect(meter.overlap(shapes, i, 60, distance)).toBe(alone.overlap);
        }
      }),
    );
  });

  it('is its subject at no radius, and sees nothing of shapes without area', () => {
    const shapes = shapeTable([
      box(5, 0, 20, 10),
      line([0, 0], [50, 0]),
      planar({ type: 'MultiPoint', coordinates: [] }),
    ]);
    const meter = createSubjectMeter(box(0, 0, 10, 10));
    expect(meter.overlap(shapes, 0, 1e-6, 0)).toBeCloseTo(50, 9);
    expect(meter.overlap(shapes, 1, 20, 0)).toBe(0);
    expect(meter.distance(shapes, 2, 1000)).toBe(Infinity);
    expect(createSubjectMeter(point(0, 0)).distance(shapes, 2, 1000)).toBe(Infinity);
    const nothing = createSubjectMeter(planar({ type: 'MultiPoint', coordinates: [] }));
    expect(nothing.distance(shapes, 0, 1000)).toBe(Infinity);
    expect(nothing.zoneArea(50)).toBe(0);
  });

  it('holds for subjects and shapes folded flat, tiny or huge', () => {
    const shapes = [
      area([
        [0, 0],
        [30, 0],
        [30, 0],
        [0, 0],
      ]),
      area(rectangle(0, 0, 1e-3, 1e-3)),
      area(rectangle(-90_000, -80_000, 70_000, 60_000)),
      area(rectangle(-90_000, -80_000, 70_000, 60_000), rectangle(-10, -10, 25, 5)),
    ];
    const subjects = [
      ...shapes,
      line([3, 4], [3, 4]),
      line([0, 0], [30, 0], [10, 0], [30, 0]),
      area([
        [3, 4],
        [3, 4],
      ]),
    ];
    const table = shapeTable(shapes);
    for (const subject of subjects) {
      const meter = createSubjectMeter(subject);
      for (const [i, shape] of shapes.entries()) {
        const distance = meter.distance(table, i, Infinity);
        expect(distance).toBeCloseTo(leastDistance(subject, shape), 9);
        for (const radius of [0.01, 1, 10, 200]) {
          const robust = zoneOverlapArea(shape, subject, radius);
          expect(Math.abs(meter.overlap(table, i, radius, distance) - robust)).toBeLessThan(
            1e-5 + 1e-9 * robust,
          );
        }
      }
    }
  });

  it('keeps to its bounds for any polygon', () => {
    fc.assert(
      fc.property(
        polygons,
        geometries,
        fc.double({ min: 0.05, max: 300, noNaN: true }),
        (object, subject, radius) => {
          const { overlap, zone, distance } = measured({ object, subject, radius });
          expect(overlap).toBeGreaterThanOrEqual(0);
          expect(overlap).toBeLessThanOrEqual(planarArea(planar(object)));
          expect(overlap).toBeLessThanOrEqual(zone + 1e-6);
          if (distance >= radius) expect(overlap).toBe(0);
        },
      ),
    );
  });
});

/** The same geometry with its rings begun elsewhere and run the other way, as far as `turn` says. */
function rewritten(geometry: FeatureGeometry, turn: number): FeatureGeometry {
  const ring = (positions: number[][]): number[][] => {
    const first = turn % positions.length;
    const begun = [...positions.slice(first), ...positions.slice(0, first)];
    return turn % 3 === 0 ? begun.reverse() : begun;
  };
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(ring) };
  if (geometry.type !== 'MultiPolygon') return geometry;
  return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(ring)).reverse() };
}
