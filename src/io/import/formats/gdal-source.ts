import { message, type Message } from '../../../domain/message';
import type { GdalLayer } from '../../gdal/gdal-job';
import type { CrsHint, FormatId, SourceLayer, TextEncoding } from './source-layer';

/** The reference system that GDAL found in a file. */
export function crsOf({ epsg, wkt }: Pick<GdalLayer, 'epsg' | 'wkt'>): CrsHint {
  if (epsg !== null) return { kind: 'epsg', text: String(epsg) };
  // A local system says nothing of where it lies: GeoPackages mark a missing system so.
  if (wkt === null || /^(LOCAL_CS|ENGCRS|ENGINEERINGCRS)/.test(wkt)) return { kind: 'none' };
  return { kind: 'wkt', text: wkt };
}

/** A layer that GDAL read, as a source layer. */
export function sourceLayer(
  layer: GdalLayer,
  format: FormatId,
  about: {
    readonly name?: string;
    readonly crs?: CrsHint;
    readonly encoding?: TextEncoding;
    readonly notes: readonly Message[];
  },
): SourceLayer {
  const { geojson, fields, count } = layer;
  return {
    name: about.name ?? layer.name,
    format,
    geojson,
    fields,
    count,
    crs: about.crs ?? crsOf(layer),
    encoding: about.encoding ?? null,
    notes: about.notes,
  };
}

/** Words of GDAL for the user, as a note each. */
export function warningNotes(warnings: readonly string[]): Message[] {
  return warnings.map((detail) => message('format-warning', { detail }));
}
