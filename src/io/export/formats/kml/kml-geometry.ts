import type { Geometry, Position } from 'geojson';

/** A geometry in longitude and latitude as KML; heights are left out. */
export function kmlGeometry(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case 'Polygon':
      return `<Polygon>${geometry.coordinates.map(boundary).join('')}</Polygon>`;
    case 'MultiPoint':
      return multi(geometry.coordinates.map((one) => kmlGeometry({ type: 'Point', coordinates: one })));
    case 'MultiLineString':
      return multi(geometry.coordinates.map((one) => kmlGeometry({ type: 'LineString', coordinates: one })));
    case 'MultiPolygon':
      return multi(geometry.coordinates.map((one) => kmlGeometry({ type: 'Polygon', coordinates: one })));
    case 'GeometryCollection':
      return multi(geometry.geometries.map(kmlGeometry));
  }
}

function multi(parts: readonly string[]): string {
  return `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
}

function boundary(ring: readonly Position[], index: number): string {
  const name = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
  return `<${name}><LinearRing>${coordinates(ring)}</LinearRing></${name}>`;
}

function coordinates(positions: readonly Position[]): string {
  return `<coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates>`;
}
