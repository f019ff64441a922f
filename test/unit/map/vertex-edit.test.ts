import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  insertVertex,
  midpointHandles,
  moveVertex,
  removeVertex,
  vertexAt,
  vertexHandles,
  type VertexPath,
} from '../../../src/map/vertex-edit';

const ring = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const HOLED: Polygon = { type: 'Polygon', coordinates: [ring(0, 0, 10), ring(2, 2, 3).reverse()] };
const PARTS: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [HOLED.coordinates, [ring(20, 0, 5), ring(21, 1, 1).reverse(), ring(23, 3, 1).reverse()]],
};
const TO: Position = [-1, -2];

describe('vertex handles', () => {
  it('has each corner once, those of holes and of further parts too', () => {
    expect(vertexHandles(HOLED)).toHaveLength(8);
    expect(vertexHandles(PARTS)).toHaveLength(20);
    expect(vertexHandles(PARTS).at(-1)?.path).toEqual([1, 2, 3]);
    expect(vertexHandles({ type: 'Point', coordinates: [1, 2] })).toEqual([{ path: [], position: [1, 2] }]);
  });

  it('has a midpoint on each edge, the closing one too, none on a point', () => {
    expect(midpointHandles(HOLED)).toHaveLength(8);
    expect(midpointHandles(HOLED)[3]).toEqual({ path: [0, 3], position: [0, 5] });
    expect(midpointHandles({ type: 'Point', coordinates: [1, 2] })).toEqual([]);
  });
});

describe('moving a vertex', () => {
  it('moves the closing position with the first', () => {
    const [outer] = (moveVertex(HOLED, [0, 0], TO) as Polygon).coordinates;
    expect(outer?.[0]).toEqual(TO);
    expect(outer?.at(-1)).toEqual(TO);
  });

  it('leaves every other ring as the same value', () => {
    const moved = moveVertex(PARTS, [1, 1, 2], TO) as MultiPolygon;
    expect(moved.coordinates[0]).toBe(PARTS.coordinates[0]);
    expect(moved.coordinates[1]?.[0]).toBe(PARTS.coordinates[1]?.[0]);
    expect(moved.coordinates[1]?.[2]).toBe(PARTS.coordinates[1]?.[2]);
    expect(moved.coordinates[1]?.[1]?.[2]).toEqual(TO);
  });

  it('keeps a height, and moves a point', () => {
    expect(moveVertex({ type: 'Point', coordinates: [1, 2, 350] }, [], TO)).toEqual({
      type: 'Point',
      coordinates: [-1, -2, 350],
    });
  });
});

describe('inserting and removing', () => {
  it('inserts after the vertex, before the closing position on the last edge', () => {
    const { geometry, path } = insertVertex(HOLED, [0, 3], [0, 5]);
    expect(path).toEqual([0, 4]);
    expect(vertexAt(geometry, path)).toEqual([0, 5]);
    expect((geometry as Polygon).coordinates[0]).toHaveLength(6);
    expect((geometry as Polygon).coordinates[0]?.at(-1)).toEqual([0, 0]);
  });

  it('closes the ring on its new first corner when the first is removed', () => {
    const [outer] = (removeVertex(HOLED, [0, 0]) as Polygon).coordinates;
    expect(outer).toEqual([
      [10, 0],
      [10, 10],
      [0, 10],
      [10, 0],
    ]);
  });

  it('refuses to leave a ring under three corners, of a hole as well, and to remove a point', () => {
    const triangle = removeVertex(HOLED, [1, 1])!;
    expect(triangle).not.toBeNull();
    expect(removeVertex(triangle, [1, 0])).toBeNull();
    expect(removeVertex({ type: 'Point', coordinates: [1, 2] }, [])).toBeNull();
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    };
    expect(removeVertex(line, [0])).toBeNull();
  });
});

describe('whatever is done to a multipolygon with holes', () => {
  type Step = readonly [what: 'move' | 'insert' | 'remove', at: number, x: number, y: number];
  const step: fc.Arbitrary<Step> = fc.tuple(
    fc.constantFrom('move' as const, 'insert' as const, 'remove' as const),
    fc.nat(200),
    fc.integer({ min: -50, max: 50 }),
    fc.integer({ min: -50, max: 50 }),
  );

  it('keeps its parts and holes, its rings closed and of three corners at least', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const edited = steps.reduce<MultiPolygon>((geometry, [what, at, x, y]) => {
          const handles = vertexHandles(geometry);
          const path: VertexPath = handles[at % handles.length]!.path;
          const next =
            what === 'move'
              ? moveVertex(geometry, path, [x, y])
              : what === 'insert'
                ? insertVertex(geometry, path, [x, y]).geometry
                : removeVertex(geometry, path);
          return (next ?? geometry) as MultiPolygon;
        }, PARTS);
        expect(edited.coordinates.map((polygon) => polygon.length)).toEqual([2, 3]);
        for (const line of edited.coordinates.flat()) {
          expect(line.length).toBeGreaterThanOrEqual(4);
          expect(line.at(-1)).toEqual(line[0]);
        }
      }),
    );
  });

  it('is undone by moving back', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.integer(), fc.integer(), (at, x, y) => {
        const { path, position } = vertexHandles(PARTS)[at]!;
        expect(moveVertex(moveVertex(PARTS, path, [x, y]), path, position)).toEqual(PARTS);
      }),
    );
  });
});
