import { describe, expect, it } from 'vitest';
import { BoundaryDistance } from '../../../src/geo/boundary-distance';
import type { PlanarGeometry } from '../../../src/geo/planar-geometry';
import { zoneArea } from '../../../src/geo/zone-overlap';
import { ARC_STRIDE, LINE_STRIDE, zoneOutline, type ZoneOutline } from '../../../src/geo/zone-outline';
import { randomPair } from '../../builders/pair-source';
import { area, box, line, planar, point, rectangle } from '../../builders/planar';
import { randomSource } from '../../builders/random';

function outlineOf(subject: PlanarGeometry, radius: number): ZoneOutline | null {
  const boundary = new BoundaryDistance(subject);
  return zoneOutline(subject, radius, boundary);
}

/** Start, middle and end of every piece, in the plane. */
function piecesOf(outline: ZoneOutline): { start: number[]; middle: number[]; end: number[] }[] {
  const { lines, arcs, radius, x0, y0 } = outline;
  const pieces: { start: number[]; middle: number[]; end: number[] }[] = [];
  const at = (x: number, y: number): number[] => [x + x0, y + y0];
  for (let i = 0; i < lines.length; i += LINE_STRIDE) {
    const [sx = NaN, sy = NaN, ex = NaN, ey = NaN] = lines.subarray(i + 4);
    pieces.push({ start: at(sx, sy), middle: at((sx + ex) / 2, (sy + ey) / 2), end: at(ex, ey) });
  }
  for (let i = 0; i < arcs.length; i += ARC_STRIDE) {
    const [sx = NaN, sy = NaN, ex = NaN, ey = NaN, cx = NaN, cy = NaN] = arcs.subarray(i + 4);
    const scale = radius / Math.hypot(sx + ex, sy + ey);
    pieces.push({
      start: at(cx + sx, cy + sy),
      middle: at(cx + (sx + ex) * scale, cy + (sy + ey) * scale),
      end: at(cx + ex, cy + ey),
    });
  }
  return pieces;
}

describe('the outline of a zone', () => {
  it('of a convex ring is its edges moved outward and an arc at each corner', () => {
    const outline = outlineOf(box(0, 0, 100, 60), 20)!;
    expect(outline.lines.length / LINE_STRIDE).toBe(4);
    expect(outline.arcs.length / ARC_STRIDE).toBe(4);
    expect(outline.area).toBeCloseTo(6000 + 320 * 20 + Math.PI * 400, 9);
  });

  it('of a point is a circle, of a line a stadium', () => {
    expect(outlineOf(point(7, 8), 50)!.area).toBeCloseTo(Math.PI * 2500, 9);
    expect(outlineOf(line([0, 0], [30, 40]), 7)!.area).toBeCloseTo(Math.PI * 49 + 700, 9);
  });

  it('has a ring inside a court wider than twice the radius, and none in a narrower one', () => {
    const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));
    expect(outlineOf(court, 14)!.lines.length / LINE_STRIDE).toBe(8);
    expect(outlineOf(court, 16)!.lines.length / LINE_STRIDE).toBe(4);
  });

  it('is not given where it touches itself', () => {
    const gates = planar({
      type: 'MultiPoint',
      coordinates: [
        [0, 0],
        [20, 0],
      ],
    });
    expect(outlineOf(gates, 10)).toBeNull();
    expect(outlineOf(gates, 9.99)!.area).toBeCloseTo(2 * Math.PI * 9.99 ** 2, 9);
  });

  it('bends smoothly along an edge with superfluous vertices', () => {
    const plain = outlineOf(box(0, 0, 100, 60), 20)!;
    for (const bump of [0, 1e-12, -1e-12, 1e-9, -1e-9, 1e-6, -1e-6]) {
      const dense = outlineOf(
        area([
          [0, 0],
          [20, -bump],
          [50, 0],
          [70, bump],
          [100, 0],
          [100, 60],
          [0, 60],
        ]),
        20,
      );
      expect(dense?.area).toBeCloseTo(plain.area, 3);
    }
  });

  it('keeps the radius from the subject, closes, and bounds the area that the slab sweep finds', () => {
    const random = randomSource(77);
    for (let i = 0; i < 2000; i++) {
      const pair = randomPair(random, -20_000, 9000);
      const subject = planar(pair.subject);
      const outline = outlineOf(subject, pair.radius);
      if (!outline) expect.fail(`no outline of pair ${i}`);
      const all = zoneArea(subject, pair.radius);
      expect(Math.abs(outline.area - all)).toBeLessThan(1e-6 + 1e-9 * all);
      const boundary = new BoundaryDistance(subject);
      const pieces = piecesOf(outline);
      const starts = new Set(pieces.map(({ start }) => start.map((value) => value.toFixed(6)).join()));
      expect(starts.size).toBe(pieces.length);
      for (const { start, middle, end } of pieces) {
        for (const [x = NaN, y = NaN] of [start, middle, end]) {
          expect(Math.abs(boundary.toPoint(x, y) - pair.radius)).toBeLessThan(1e-7);
        }
        expect(
          pieces.some((next) => Math.hypot(next.start[0]! - end[0]!, next.start[1]! - end[1]!) < 1e-9),
        ).toBe(true);
      }
    }
  });
});
