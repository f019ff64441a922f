import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { planarArea } from '../../../src/geo/area';
import { leastDistance } from '../../../src/geo/distance';
import { overlap } from '../../../src/geo/overlap';
import type { PlanarGeometry } from '../../../src/geo/planar-geometry';
import { locate } from '../../../src/geo/point-in';
import { zoneArea, zoneOverlapArea } from '../../../src/geo/zone-overlap';
import { mapPositions, planar, rectangle, type XY } from '../../builders/planar';
import { randomSource } from '../../builders/random';

/**
 * Shapes on a grid of 10 m, where edges, corners and offset curves coincide in every possible way. Cells count the
 * truth for overlaps; for zones it is the same pair turned by an odd angle, where hardly anything coincides.
 */
const CELL = 10;
const CELLS = 8;
const PAIRS = 2500;

const random = randomSource(31_105);
const upTo = (n: number): number => Math.floor(random() * n);

function scaled(vertices: readonly XY[], x: number, y: number): XY[] {
  return vertices.map(([u, v]) => [(x + u) * CELL, (y + v) * CELL]);
}

function gridArea(): FeatureGeometry {
  const x = upTo(4);
  const y = upTo(4);
  const w = 1 + upTo(4);
  const h = 1 + upTo(4);
  switch (upTo(5)) {
    case 0:
      return { type: 'Polygon', coordinates: [scaled(rectangle(0, 0, w, h), x, y)] };
    case 1: {
      const ell: XY[] = [
        [0, 0],
        [3, 0],
        [3, 1],
        [1, 1],
        [1, 3],
        [0, 3],
      ];
      return { type: 'Polygon', coordinates: [scaled(ell, x, y)] };
    }
    case 2: {
      const cup: XY[] = [
        [0, 0],
        [4, 0],
        [4, 3],
        [3, 3],
        [3, 1],
        [1, 1],
        [1, 3],
        [0, 3],
      ];
      return { type: 'Polygon', coordinates: [scaled(cup, x, y)] };
    }
    case 3:
      return {
        type: 'Polygon',
        coordinates: [scaled(rectangle(0, 0, 4, 4), x, y), scaled(rectangle(1, 1, 3, 2), x, y)],
      };
    default: {
      const cells = Array.from({ length: 6 }, () => scaled(rectangle(0, 0, 1, 1), upTo(CELLS), upTo(CELLS)));
      const distinct = new Map(cells.map((cell) => [cell.join(), [cell]]));
      return { type: 'MultiPolygon', coordinates: [...distinct.values()] };
    }
  }
}

function gridSubject(): FeatureGeometry {
  const place = (): XY => [upTo(CELLS + 1) * CELL, upTo(CELLS + 1) * CELL];
  switch (upTo(4)) {
    case 0:
      return { type: 'Point', coordinates: place() };
    case 1:
      return { type: 'LineString', coordinates: Array.from({ length: 4 }, place) };
    default:
      return gridArea();
  }
}

/** Shifted by up to half of 0.1 mm each way, as coordinates rounded to 1e-9° are. */
function jittered(geometry: FeatureGeometry): FeatureGeometry {
  return mapPositions(geometry, (x, y) => [x + (random() - 0.5) * 1e-4, y + (random() - 0.5) * 1e-4]);
}

function turned(geometry: FeatureGeometry, angle: number): PlanarGeometry {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return planar(mapPositions(geometry, (x, y) => [x * cos - y * sin - 12_345.6, x * sin + y * cos + 9876.5]));
}

/** Area and perimeter of the cells for which `isIn` holds. */
function countCells(isIn: (x: number, y: number) => boolean): { areaM2: number; perimeterM: number } {
  const at = (i: number, j: number): boolean => isIn((i + 0.5) * CELL, (j + 0.5) * CELL);
  let cells = 0;
  let sides = 0;
  for (let i = -1; i <= CELLS + 1; i++) {
    for (let j = -1; j <= CELLS + 1; j++) {
      if (at(i, j)) cells++;
      if (at(i, j) !== at(i + 1, j)) sides++;
      if (at(i, j) !== at(i, j + 1)) sides++;
    }
  }
  return { areaM2: cells * CELL * CELL, perimeterM: sides * CELL };
}

const isInBoth = (a: PlanarGeometry, b: PlanarGeometry) => (x: number, y: number) =>
  locate(a, x, y) === 'inside' && locate(b, x, y) === 'inside';

describe('shapes on a grid', () => {
  it('overlap as their cells do, upright and turned', () => {
    for (let i = 0; i < PAIRS; i++) {
      const one = gridArea();
      const other = gridArea();
      const a = planar(one);
      const b = planar(other);
      const truth = countCells(isInBoth(a, b));
      const upright = overlap(a, b);
      expect(upright.areaM2).toBeCloseTo(truth.areaM2, 6);
      expect(upright.perimeterM).toBeCloseTo(truth.perimeterM, 6);
      const angle = random() * 7;
      const oblique = overlap(turned(one, angle), turned(other, angle));
      expect(oblique.areaM2).toBeCloseTo(truth.areaM2, 4);
      expect(Math.abs(oblique.perimeterM - truth.perimeterM)).toBeLessThan(1e-3);
    }
  });

  it('overlap by no more than rounding when their vertices are rounded', () => {
    for (let i = 0; i < PAIRS; i++) {
      const one = gridArea();
      const other = gridArea();
      const truth = countCells(isInBoth(planar(one), planar(other)));
      const { areaM2, perimeterM } = overlap(planar(jittered(one)), planar(jittered(other)));
      expect(Math.abs(areaM2 - truth.areaM2)).toBeLessThan(0.04);
      if (truth.areaM2 === 0 && perimeterM > 0) expect((2 * areaM2) / perimeterM).toBeLessThan(1e-3);
    }
  });

  it('have zones that do not depend on how the grid lies', () => {
    const all = planar({ type: 'Polygon', coordinates: [rectangle(-500, -500, 600, 600)] });
    for (let i = 0; i < PAIRS; i++) {
      const object = gridArea();
      const subject = gridSubject();
      const d = random() < 0.7 ? (CELL / 2) * (1 + upTo(6)) : random() * 40 + 0.05;
      const a = planar(object);
      const b = planar(subject);
      const angle = random() * 7;
      const part = zoneOverlapArea(a, b, d);
      const zone = zoneArea(b, d);
      const obliqueObject = turned(object, angle);
      const obliqueSubject = turned(subject, angle);
      const obliquePart = zoneOverlapArea(obliqueObject, obliqueSubject, d);
      expect(part).toBeCloseTo(obliquePart, 5);
      expect(zone).toBeCloseTo(zoneArea(obliqueSubject, d), 5);
      expect(zone).toBeCloseTo(zoneOverlapArea(all, b, d), 6);
      expect(part).toBeLessThanOrEqual(Math.min(planarArea(a), zone + 1e-6));
      expect(part).toBeGreaterThanOrEqual(overlap(a, b).areaM2 - 1e-6);
      expect(zoneOverlapArea(a, b, d + 0.05)).toBeGreaterThanOrEqual(part - 1e-6);
      if (leastDistance(a, b) >= d) expect(part).toBeCloseTo(0, 8);
      if (leastDistance(obliqueObject, obliqueSubject) >= d) expect(obliquePart).toBeCloseTo(0, 8);
    }
  });
});
