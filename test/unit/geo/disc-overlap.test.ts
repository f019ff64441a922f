import { describe, expect, it } from 'vitest';
import { discOverlap } from '../../../src/geo/disc-overlap';
import { pointDistance } from '../../../src/geo/point-distance';
import { zoneOverlapArea } from '../../../src/geo/zone-overlap';
import { gridPair, randomArea } from '../../builders/pair-source';
import { area, box, planar, point, rectangle } from '../../builders/planar';
import { randomSource } from '../../builders/random';
import { shapeTable } from '../../builders/shape-table';

const overlapOf = (
  object: Parameters<typeof shapeTable>[0][number],
  x: number,
  y: number,
  radius: number,
): number => discOverlap(x, y, radius, shapeTable([object]), 0);

describe('discOverlap', () => {
  it('cuts a disc exactly', () => {
    expect(overlapOf(box(0, 0, 100, 100), 0, 0, 60)).toBeCloseTo((Math.PI * 3600) / 4, 9);
    expect(overlapOf(box(-50, 0, 50, 10), 0, 0, 60)).toBeCloseTo(1000, 9);
    expect(overlapOf(box(-100, -100, 100, 30), 0, 0, 60)).toBeCloseTo(
      Math.PI * 3600 - (3600 * Math.acos(0.5) - 30 * Math.sqrt(2700)),
      8,
    );
  });

  it('tells a disc in a shape from one in its hole, or around it', () => {
    expect(overlapOf(box(-100, -100, 100, 100), 0, 0, 60)).toBeCloseTo(Math.PI * 3600, 9);
    const hollow = area(rectangle(-100, -100, 100, 100), rectangle(-10, -10, 10, 10));
    expect(overlapOf(hollow, 0, 0, 60)).toBeCloseTo(Math.PI * 3600 - 400, 9);
    expect(overlapOf(box(-10, -10, 10, 10), 0, 0, 60)).toBeCloseTo(400, 9);
  });

  it('counts whole turns right where arcs in the shape sum to more than half a circle', () => {
    const cross = planar({
      type: 'Polygon',
      coordinates: [
        [
          [-90, -50],
          [90, -50],
          [90, 50],
          [-90, 50],
        ],
      ],
    });
    expect(overlapOf(cross, 0, 0, 60)).toBeCloseTo(zoneOverlapArea(cross, point(0, 0), 60), 8);
  });

  it('is right or in doubt for any shape and any place of the disc', () => {
    const random = randomSource(31);
    let doubtful = 0;
    for (let i = 0; i < 6000; i++) {
      const object = planar(i % 3 === 0 ? gridPair(random).object : randomArea(random, 30, 20));
      const x = i % 3 === 0 ? 10 * Math.floor(9 * random()) : 200 * (random() - 0.5);
      const y = i % 3 === 0 ? 10 * Math.floor(9 * random()) : 200 * (random() - 0.5);
      const radius = i % 3 === 0 ? 5 * Math.floor(1 + 8 * random()) : 1 + 100 * random();
      const shapes = shapeTable([object]);
      if (pointDistance(x, y, shapes, 0, Infinity) >= radius) continue;
      const part = discOverlap(x, y, radius, shapes, 0);
      if (Number.isNaN(part)) doubtful++;
      else expect(Math.abs(part - zoneOverlapArea(object, point(x, y), radius))).toBeLessThan(1e-6);
    }
    expect(doubtful).toBeLessThan(60);
  });
});
