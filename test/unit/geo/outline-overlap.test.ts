import { describe, expect, it } from 'vitest';
import { BoundaryDistance } from '../../../src/geo/boundary-distance';
import { leastDistance } from '../../../src/geo/distance';
import { OutlineOverlap } from '../../../src/geo/outline-overlap';
import type { PlanarGeometry } from '../../../src/geo/planar-geometry';
import { zoneOutline } from '../../../src/geo/zone-outline';
import { zoneOverlapArea } from '../../../src/geo/zone-overlap';
import { gridPair, randomPair, type MeasuredPair } from '../../builders/pair-source';
import { area, box, planar, rectangle } from '../../builders/planar';
import { randomSource } from '../../builders/random';
import { shapeTable } from '../../builders/shape-table';

function kernel(subject: PlanarGeometry, radius: number): OutlineOverlap | null {
  const boundary = new BoundaryDistance(subject);
  const outline = zoneOutline(subject, radius, boundary);
  return outline && new OutlineOverlap(outline, boundary);
}

function overlapOf(object: PlanarGeometry, subject: PlanarGeometry, radius: number): number {
  return kernel(subject, radius)?.with(shapeTable([object]), 0) ?? NaN;
}

/** How many of the pairs that reach each other are in doubt, and how many of the others are wrong. */
function count(
  pairs: number,
  pairOf: (random: () => number) => MeasuredPair,
): { doubtful: number; wrong: number } {
  const random = randomSource(404);
  let doubtful = 0;
  let wrong = 0;
  for (let i = 0; i < pairs; i++) {
    const { object: objectJson, subject: subjectJson, radius } = pairOf(random);
    const object = planar(objectJson);
    const subject = planar(subjectJson);
    if (leastDistance(object, subject) >= radius) continue;
    const part = overlapOf(object, subject, radius);
    const robust = zoneOverlapArea(object, subject, radius);
    if (Number.isNaN(part)) doubtful++;
    else if (Math.abs(part - robust) > 1e-6 + 1e-8 * robust) wrong++;
  }
  return { doubtful, wrong };
}

describe('the outline kernel', () => {
  it('is never in doubt about shapes that lie at random', () => {
    expect(count(5000, (random) => randomPair(random, 4000, 4000))).toEqual({ doubtful: 0, wrong: 0 });
  });

  it('is in doubt, and not wrong, where shapes coincide with the zone', () => {
    const { doubtful, wrong } = count(5000, gridPair);
    expect(wrong).toBe(0);
    expect(doubtful).toBeGreaterThan(500);
  });

  it('knows what lies on the boundary, or too near to it, as doubtful', () => {
    const subject = box(0, 0, 100, 60);
    expect(overlapOf(box(20, 70, 60, 80.5), subject, 20)).toBeCloseTo(400, 9);
    expect(overlapOf(box(20, 70, 60, 80), subject, 20)).toBeNaN();
    expect(overlapOf(box(20, 70, 60, 80 - 1e-9), subject, 20)).toBeNaN();
    expect(overlapOf(box(20, 70, 60, 80 - 1e-6), subject, 20)).toBeCloseTo(400, 3);
    expect(overlapOf(box(50, 50, 100, 100), subject, 20)).toBeNaN();
    // Its corner lies on a corner's arc: (12, 16) from the corner is 20 away.
    expect(overlapOf(box(112, 76, 150, 150), subject, 20)).toBeNaN();
    // Its corner is in line with the zone's upper edge, but lies far beyond it.
    const beyond = area([
      [90, 70],
      [150, 40],
      [150, 80],
    ]);
    expect(overlapOf(beyond, subject, 20)).toBeCloseTo(zoneOverlapArea(beyond, subject, 20), 9);
  });

  it('takes shapes whole that no piece of the outline comes near', () => {
    expect(overlapOf(box(10, 10, 20, 20), box(0, 0, 100, 60), 20)).toBe(100);
  });

  it('finds the zone in a shape that holds all of it, and in one whose hole does', () => {
    const subject = box(0, 0, 10, 10);
    const zone = 100 + 40 * 3 + Math.PI * 9;
    expect(overlapOf(box(-50, -40, 60, 70), subject, 3)).toBeCloseTo(zone, 9);
    expect(overlapOf(area(rectangle(-50, -40, 60, 70), rectangle(4, 4, 6, 6)), subject, 3)).toBeCloseTo(
      zone - 4,
      9,
    );
  });

  it('leaves out what lies in a hole of the zone', () => {
    const court = area(rectangle(0, 0, 200, 200), rectangle(20, 20, 180, 180));
    expect(overlapOf(box(35, 35, 165, 165), court, 20)).toBeCloseTo(130 * 130 - 120 * 120, 9);
    expect(overlapOf(box(-100, -100, 300, 300), court, 20)).toBeCloseTo(
      40_000 + 800 * 20 + Math.PI * 400 - 120 * 120,
      8,
    );
  });
});
