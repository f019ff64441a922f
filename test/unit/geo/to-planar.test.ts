import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { planarArea } from '../../../src/geo/area';
import { createFrame } from '../../../src/geo/frame';
import { toPlanar } from '../../../src/geo/to-planar';
import { planar, rectangle, type XY } from '../../builders/planar';

const closed = (ring: XY[]): XY[] => [...ring, ring[0]!];
const backwards = (ring: XY[]): XY[] => [...ring].reverse();
const flat = (ring: XY[]): number[] => ring.flat();

describe('toPlanar', () => {
  it('projects into the frame and ignores heights', () => {
    const frame = createFrame({ lon: 106, lat: 31.5 });
    const at = toPlanar(frame, { type: 'Point', coordinates: [106.01, 31.51, 320] });
    expect(Array.from(at.xy)).toEqual(frame.project(106.01, 31.51));
    expect(at.minX).toBe(at.xy[0]);
    expect(at.maxY).toBe(at.xy[1]);
    expect(at.dimension).toBe(0);
  });

  it('closes rings, drops repeated vertices and turns outer rings counter-clockwise, holes clockwise', () => {
    const outer = rectangle(0, 0, 10, 10);
    const hole = rectangle(2, 2, 4, 4);
    const messy: FeatureGeometry = {
      type: 'Polygon',
      coordinates: [backwards(outer).flatMap((at) => [at, at]), closed(hole)],
    };
    const { xy, partEnds, polygonEnds } = planar(messy);
    expect(Array.from(partEnds)).toEqual([5, 10]);
    expect(Array.from(polygonEnds)).toEqual([2]);
    expect(Array.from(xy.subarray(0, 10))).toEqual(
      flat(
        [
          [0, 10],
          [10, 10],
          [10, 0],
          [0, 0],
          [0, 10],
        ].reverse() as XY[],
      ),
    );
    expect(Array.from(xy.subarray(10))).toEqual(flat(closed(hole).reverse()));
  });

  it('groups the rings of a multipolygon', () => {
    const two = planar({
      type: 'MultiPolygon',
      coordinates: [[rectangle(0, 0, 5, 5), rectangle(1, 1, 2, 2)], [rectangle(7, 0, 9, 5)]],
    });
    expect(Array.from(two.polygonEnds)).toEqual([2, 3]);
    expect(planarArea(two)).toBe(34);
    expect([two.minX, two.minY, two.maxX, two.maxY]).toEqual([0, 0, 9, 5]);
  });

  it('keeps a line of one place as an edge without length', () => {
    const still = planar({
      type: 'LineString',
      coordinates: [
        [3, 4],
        [3, 4],
        [3, 4],
      ],
    });
    expect(Array.from(still.xy)).toEqual([3, 4, 3, 4]);
    expect(Array.from(still.partEnds)).toEqual([2]);
  });

  it('gives nothing for nothing', () => {
    expect(planar({ type: 'Polygon', coordinates: [] }).xy).toHaveLength(0);
    expect(planar({ type: 'MultiPolygon', coordinates: [[[]]] }).polygonEnds).toHaveLength(0);
    expect(planar({ type: 'MultiPoint', coordinates: [] }).minX).toBe(Infinity);
  });
});
