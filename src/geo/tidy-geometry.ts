import type { Geometry, Position } from 'geojson';

/** RFC 7946 §11.2: more would suggest a precision that no survey has; 1e-9° is 0.1 mm. */
function tidyPosition(position: Position): Position {
  return position.map((value) => Math.round(value * 1e9) / 1e9);
}

/** Twice the signed area of a ring, in square degrees from its first corner: positive where counter-clockwise. */
function turning(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [ax = 0, ay = 0] = ring[index - 1]!;
    const [bx = 0, by = 0] = ring[index]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

function tidyPolygon(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, index) => {
    const tidy = ring.map(tidyPosition);
    const clockwise = turning(tidy) < 0;
    return clockwise === (index === 0) ? tidy.reverse() : tidy;
  });
}

/** RFC 7946 §3.1.6: outer rings counter-clockwise, holes clockwise; at most 9 decimals. */
export function tidyGeometry<G extends Geometry>(geometry: G): G;
export function tidyGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: tidyPosition(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(tidyPosition) };
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(tidyPosition)) };
    case 'Polygon':
      return { ...geometry, coordinates: tidyPolygon(geometry.coordinates) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map(tidyPolygon) };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => tidyGeometry(part)) };
  }
}
