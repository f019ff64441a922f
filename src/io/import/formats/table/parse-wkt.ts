import { wktToGeoJSON } from 'betterknown';
import type { FeatureGeometry } from '../../../../domain/feature';

export interface ParsedWkt {
  readonly geometry: FeatureGeometry | null;
  /** The code before the geometry, as PostGIS writes it; null where there is none. */
  readonly srid: number | null;
}

/** Nested deeper than any geometry is. */
const TOO_DEEP = /\({5}/;

/** A geometry of well-known text, its numbers as they stand; null where there is none, or it cannot be read. */
export function parseWkt(text: string): ParsedWkt {
  const srid = /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text);
  const body = srid ? text.slice(srid[0].length) : text;
  return { geometry: geometryOf(body), srid: srid ? Number(srid[1]) : null };
}

function geometryOf(text: string): FeatureGeometry | null {
  if (TOO_DEEP.test(text) || /GEOMETRYCOLLECTION/i.test(text)) return null;
  try {
    const geometry = wktToGeoJSON(text.trim());
    return geometry === null || geometry.type === 'GeometryCollection' ? null : geometry;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
