import type { SourceFile } from '../../src/io/import/formats/source-layer';

/** A KML document around elements. */
export function kml(body: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): SourceFile {
  const text = `${head}<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${body}</Document></kml>`;
  return { name: '现场/记录.kml', bytes: new TextEncoder().encode(text) };
}

const RING = '0,0 0,1 1,1 0,0';

export const POLYGON = `<Polygon><outerBoundaryIs><LinearRing><coordinates>${RING}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
