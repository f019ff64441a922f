import type { FeatureGeometry } from '../../src/domain/feature';
import type { PlanarGeometry } from '../../src/geo/planar-geometry';
import { planarFrom } from '../../src/geo/to-planar';

export type XY = [number, number];

/** A GeoJSON geometry whose coordinates are metres of the frame, as the kernels take it. */
export function planar(geometry: FeatureGeometry): PlanarGeometry {
  return planarFrom(geometry, (x, y) => [x, y]);
}

/** An area of one outer ring and holes, in metres. */
export function area(...rings: XY[][]): PlanarGeometry {
  return planar({ type: 'Polygon', coordinates: rings });
}

export function line(...vertices: XY[]): PlanarGeometry {
  return planar({ type: 'LineString', coordinates: vertices });
}

export function point(x: number, y: number): PlanarGeometry {
  return planar({ type: 'Point', coordinates: [x, y] });
}

/** The four corners of an upright rectangle. */
export function rectangle(x0: number, y0: number, x1: number, y1: number): XY[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}

export function box(x0: number, y0: number, x1: number, y1: number): PlanarGeometry {
  return area(rectangle(x0, y0, x1, y1));
}

/** Every position of a geometry changed by the same function. */
export function mapPositions(
  geometry: FeatureGeometry,
  change: (x: number, y: number) => XY,
): FeatureGeometry {
  const one = ([x, y]: number[]): XY => change(x!, y!);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: one(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(one) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((part) => part.map(one)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(one))),
      };
  }
}
