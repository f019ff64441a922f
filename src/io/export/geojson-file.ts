import type { Geometry } from 'geojson';
import { tidyGeometry } from './tidy-geometry';

export interface ExportFeature {
  readonly id?: string | number;
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What an exported file says of itself, as foreign members of its FeatureCollection (RFC 7946 §6.1). */
export interface ExportMembers {
  readonly name: string;
  readonly project: string;
  readonly datum: string;
  /** The project's own `notes`, e.g. that its data are invented; absent where it has none. */
  readonly notes?: string;
  readonly note?: string;
}

/** An RFC 7946 FeatureCollection as UTF-8 without byte order mark, one feature a line. */
export function geojsonFile(members: ExportMembers, features: Iterable<ExportFeature>): Uint8Array {
  const head = JSON.stringify({ type: 'FeatureCollection', ...members }).slice(0, -1);
  const lines = Array.from(features, ({ id, geometry, properties }) =>
    JSON.stringify({
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      properties,
      geometry: tidyGeometry(geometry),
    }),
  );
  return new TextEncoder().encode(`${head},"features":[\n${lines.join(',\n')}\n]}\n`);
}

/** A number with at most so many decimals; null stays null. */
export function rounded(value: number, decimals: number): number;
export function rounded(value: number | null, decimals: number): number | null;
export function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}
