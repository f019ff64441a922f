import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planarArea } from '../../../src/geo/area';
import { createFrame } from '../../../src/geo/frame';
import { placedOrder, placeLaidShapes, placeShapes } from '../../../src/geo/place-shapes';
import { planarGeometryAt } from '../../../src/geo/shape-views';
import { toPlanar } from '../../../src/geo/to-planar';
import { GeometryBuilder } from '../../../src/io/import/scan/geometry-builder';
import { Outlook } from '../../../src/io/import/scan/growing';
import { inOrder } from '../../builders/laid-features';
import { geometries } from '../../builders/shapes';
import { placed, TOWN_CENTRE } from '../../builders/small-town';
import { tableOfFeatures } from '../../builders/table-of-features';

const frame = createFrame(TOWN_CENTRE);

function resultOf<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const features = fc.array(geometries, { minLength: 1, maxLength: 12 }).map((shapes) =>
  shapes.map((geometry, n) => ({
    id: String(n),
    feature: { type: 'Feature' as const, geometry: placed(geometry), properties: null },
  })),
);

describe('shapes laid down by place', () => {
  it('are the planar geometries of their features, to the bit', () => {
    fc.assert(
      fc.property(features, (list) => {
        const { shapes, rows } = resultOf(placeShapes(frame, tableOfFeatures(list).geometry));
        expect(shapes.size).toBe(list.length);
        expect([...rows].sort((a, b) => a - b)).toEqual([...list.keys()]);
        rows.forEach((row, slot) => {
          const planar = toPlanar(frame, list[row]!.feature.geometry);
          expect(planarGeometryAt(shapes, slot)).toEqual(planar);
          expect(shapes.areas[slot]).toBeCloseTo(planarArea(planar), 6);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('are the same from geometries in whatever order', () => {
    const shuffled = features.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list.keys()], { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, order]) => {
        const table = tableOfFeatures(list);
        const expected = resultOf(placeShapes(frame, table.geometry));
        const { laid, rows } = inOrder(table, order);
        expect(resultOf(placeLaidShapes(frame, laid, rows))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('stay where they are in memory if they stand in that order already', () => {
    fc.assert(
      fc.property(features, (list) => {
        const table = tableOfFeatures(list);
        const expected = resultOf(placeShapes(frame, table.geometry));
        const order = resultOf(placedOrder(frame, table.geometry));
        expect(order).toEqual(expected.rows);
        const { laid, rows } = inOrder(table, [...order]);
        const inPlace = resultOf(placeLaidShapes(frame, laid, rows));
        expect(inPlace).toEqual(expected);
        if (expected.shapes.xy.length === laid.xy.length) expect(inPlace.shapes.xy).toBe(laid.xy);
      }),
      { numRuns: 200 },
    );
  });

  it('lose vertices that repeat the one before, but for two of a part', () => {
    const line = (...places: [number, number][]) => placed({ type: 'LineString', coordinates: places });
    const [a, b, c] = [
      [0, 0],
      [50, 10],
      [90, 90],
    ] as const satisfies [number, number][];
    const geometryOf = (order: readonly number[]) => {
      const builder = new GeometryBuilder(new Outlook());
      for (const n of order) builder.add([line(a, a, b, b, b, c, c), line(b, b, b)][n]!);
      return builder.finish();
    };
    const expected = resultOf(placeShapes(frame, geometryOf([0, 1])));
    const { shapes, rows } = expected;
    const counts = [...shapes.partEnds].map(
      (end, part) => end - (part === 0 ? 0 : shapes.partEnds[part - 1]!),
    );
    expect(counts).toEqual([...rows].map((row) => [3, 2][row]));
    expect(shapes.xy.length).toBe(10);
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      expect(resultOf(placeLaidShapes(frame, geometryOf(order), Uint32Array.from(order)))).toEqual(expected);
    }
  });
});
