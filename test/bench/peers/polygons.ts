import { patchAround } from '../../../src/geo/patch';
import type { GeometryColumns } from '../../../src/domain/feature-table';
import { partRange, vertexRange } from '../support/planar-city';

/** Polygons as nested lists, each ring closed: what clippers in JavaScript take. */
export type Polygons = [number, number][][][];

export function polygonsOf(shapes: GeometryColumns, feature: number): Polygons {
  const polygons: Polygons = [];
  const [firstPart, endPart] = partRange(shapes, feature);
  for (let part = firstPart; part < endPart; part++) {
    const [first, end] = vertexRange(shapes, part);
    const ring = Array.from({ length: end - first }, (_, n): [number, number] => [
      shapes.xy[2 * (first + n)]!,
      shapes.xy[2 * (first + n) + 1]!,
    ]);
    if (shapes.holes[part] === 1) polygons[polygons.length - 1]!.push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

export function areaOf(polygons: Polygons): number {
  let twice = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, n) => {
      let ringTwice = 0;
      for (let v = 1; v < ring.length; v++) {
        ringTwice += ring[v - 1]![0] * ring[v]![1] - ring[v]![0] * ring[v - 1]![1];
      }
      twice += n === 0 ? Math.abs(ringTwice) : -Math.abs(ringTwice);
    });
  }
  return twice / 2;
}

/** Around the city's centre: over a city of 70 km Turf's metres are ours to 2e-5 there. */
const PATCH = patchAround(0, 0);

export function onPatch(polygons: Polygons): Polygons {
  return polygons.map((rings) => rings.map((ring) => ring.map(PATCH.toPatch)));
}

export function fromPatch(polygons: Polygons): Polygons {
  return polygons.map((rings) => rings.map((ring) => ring.map(PATCH.fromPatch)));
}
