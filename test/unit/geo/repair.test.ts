import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { repairGeometry } from '../../../src/geo/repair';

const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const hole = [
  [0.2, 0.2],
  [0.2, 0.4],
  [0.4, 0.4],
  [0.2, 0.2],
];

describe('repairGeometry', () => {
  it('gives back the very same object where nothing is wrong', () => {
    const sound: FeatureGeometry = { type: 'MultiPolygon', coordinates: [[square, hole]] };
    const repaired = repairGeometry(sound);
    expect(repaired.geometry).toBe(sound);
    expect(repaired.reasons).toEqual([]);
  });

  it('closes a ring, keeping its heights', () => {
    const ring = [
      [0, 0, 5],
      [1, 0, 6],
      [1, 1, 7],
    ];
    const repaired = repairGeometry({ type: 'Polygon', coordinates: [ring] });
    expect(repaired.geometry.coordinates).toEqual([[...ring, [0, 0, 5]]]);
    expect(repaired.reasons).toEqual(['unclosed-ring']);
  });

  it('closes a ring whose last corner is its first, rounded twice', () => {
    const almost = [...square.slice(0, 4), [1e-10, 0]];
    const repaired = repairGeometry({ type: 'Polygon', coordinates: [almost] });
    expect(repaired.geometry.coordinates).toEqual([square]);
  });

  it('winds the shell counter-clockwise and holes clockwise', () => {
    const turned = [[...square].reverse(), [...hole].reverse()];
    const repaired = repairGeometry({ type: 'Polygon', coordinates: turned });
    expect(repaired.geometry.coordinates).toEqual([square, hole]);
    expect(repaired.reasons).toEqual(['wrong-winding']);
  });

  it('drops a position that repeats the one before it, whatever its height', () => {
    const line: FeatureGeometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [0, 0, 9],
        [1, 1],
      ],
    };
    const repaired = repairGeometry(line);
    expect(repaired.geometry.coordinates).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(repaired.reasons).toEqual(['duplicate-position']);
  });

  it('leaves a line that is one point for the validity check to name', () => {
    const line: FeatureGeometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [0, 0],
      ],
    };
    expect(repairGeometry(line).geometry).toBe(line);
  });
});
