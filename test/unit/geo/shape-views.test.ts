import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionAt, firstPartOf, firstVertexOf, planarGeometryAt } from '../../../src/geo/shape-views';
import { line, planar, point, rectangle } from '../../builders/planar';
import { geometries } from '../../builders/shapes';
import { shapeTable } from '../../builders/shape-table';

const court = planar({ type: 'Polygon', coordinates: [rectangle(0, 0, 9, 7), rectangle(3, 2, 6, 5)] });
const town = planar({
  type: 'MultiPolygon',
  coordinates: [
    [rectangle(20, 0, 29, 7), rectangle(23, 2, 26, 5), rectangle(27, 1, 28, 2)],
    [rectangle(40, 0, 41, 1)],
  ],
});
const nothing = planar({ type: 'MultiPoint', coordinates: [] });

describe('planarGeometryAt', () => {
  it('gives back every geometry of a table, holes and parts with their polygon', () => {
    const all = [court, point(1, 2), nothing, town, line([0, 0], [1, 1], [2, 0]), court];
    const shapes = shapeTable(all);
    for (const [i, geometry] of all.entries()) expect(planarGeometryAt(shapes, i)).toEqual(geometry);
    expect(planarGeometryAt(shapes, 3).polygonEnds).toEqual(Uint32Array.of(3, 4));
  });

  it('does so for any table', () => {
    fc.assert(
      fc.property(fc.array(geometries, { minLength: 1, maxLength: 5 }), (given) => {
        const all = given.map(planar);
        const shapes = shapeTable(all);
        for (const [i, geometry] of all.entries()) expect(planarGeometryAt(shapes, i)).toEqual(geometry);
      }),
    );
  });

  it('copies no coordinates', () => {
    const shapes = shapeTable([court, town]);
    expect(planarGeometryAt(shapes, 1).xy.buffer).toBe(shapes.xy.buffer);
  });
});

describe('the parts of a shape', () => {
  it('begin where those of the one before end', () => {
    const shapes = shapeTable([court, point(1, 2), town]);
    expect([0, 1, 2].map((i) => firstPartOf(shapes, i))).toEqual([0, 2, 3]);
    expect([0, 1, 2, 3].map((part) => firstVertexOf(shapes, part))).toEqual([0, 5, 10, 11]);
    expect([0, 1, 2].map((i) => dimensionAt(shapes, i))).toEqual([2, 0, 2]);
  });
});
