import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { gripAt, handleFeatures, nudge, stepVertex } from '../../../src/map/tools/edit-model';

const SQUARE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ],
  ],
};
const project = ([x = 0, y = 0]: Position) => ({ x, y });
const grip = (x: number, y: number) => gripAt(SQUARE, { x, y }, 9, project);

describe('gripAt', () => {
  it('takes the vertex, else the midpoint, within reach', () => {
    expect(grip(98, 3)).toEqual({ kind: 'vertex', path: [0, 1] });
    expect(grip(52, 4)).toEqual({ kind: 'midpoint', path: [0, 0], position: [50, 0] });
    expect(grip(75, 0)).toBeNull();
  });

  it('takes the nearest of two vertices, and a vertex before a nearer midpoint', () => {
    const narrow: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [8, 0],
          [8, 90],
          [0, 90],
          [0, 0],
        ],
      ],
    };
    expect(gripAt(narrow, { x: 5, y: 0 }, 9, project)).toEqual({ kind: 'vertex', path: [0, 1] });
  });
});

describe('stepVertex', () => {
  it('goes through the vertices and out at either end', () => {
    expect(stepVertex(SQUARE, null, 1)).toEqual([0, 0]);
    expect(stepVertex(SQUARE, [0, 0], 1)).toEqual([0, 1]);
    expect(stepVertex(SQUARE, [0, 3], 1)).toBeNull();
    expect(stepVertex(SQUARE, null, -1)).toEqual([0, 3]);
    expect(stepVertex(SQUARE, [0, 0], -1)).toBeNull();
  });
});

describe('handleFeatures', () => {
  it('marks the focused vertex only', () => {
    const focused = handleFeatures(SQUARE, [0, 2]).filter(({ properties }) => properties.focused === true);
    expect(focused.map(({ properties }) => properties.kind)).toContain('vertex');
    expect(focused.filter(({ properties }) => properties.kind === 'vertex')).toHaveLength(1);
    expect(handleFeatures(SQUARE, null).every(({ properties }) => properties.focused === false)).toBe(true);
  });
});

describe('nudge', () => {
  it('is half a metre to a millimetre at the latitude of the work', () => {
    // Lengths of a degree at 31.6° N on GRS80: 110 874 m of meridian, 94 903 m of parallel.
    const { dLon, dLat } = nudge(31.6, 0.5, -0.5);
    expect(dLat * 110_874).toBeCloseTo(-0.5, 2);
    expect(dLon * 94_903).toBeCloseTo(0.5, 2);
  });
});
