import type { Geometry } from 'geojson';
import { tidyGeometry } from '../../geo/tidy-geometry';

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

/** What stands before the features of a file, and after them; between two of them stands a comma. */
export function geojsonFrame(members: ExportMembers): { readonly head: string; readonly tail: string } {
  const head = JSON.stringify({ type: 'FeatureCollection', ...members }).slice(0, -1);
  return { head: `${head},"features":[\n`, tail: '\n]}\n' };
}

/** Features as JSON, one a line, with commas between them. */
export function geojsonLines(features: Iterable<ExportFeature>): string {
  const lines = Array.from(features, ({ id, geometry, properties }) =>
    JSON.stringify({
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      properties,
      geometry: tidyGeometry(geometry),
    }),
  );
  return lines.join(',\n');
}

/** An RFC 7946 FeatureCollection as UTF-8 without byte order mark, one feature a line. */
export function geojsonFile(members: ExportMembers, features: Iterable<ExportFeature>): Uint8Array {
  const { head, tail } = geojsonFrame(members);
  return new TextEncoder().encode(head + geojsonLines(features) + tail);
}

/** A number with at most so many decimals; null stays null. */
export function rounded(value: number, decimals: number): number;
export function rounded(value: number | null, decimals: number): number | null;
export function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}
