import { extname } from 'node:path';
import { FORMAT_TRAITS, LAYER_FORMATS, type LayerFormat } from '../../io/export/layers/layer-formats';

/** What a file of some ending holds. */
export interface OutputFormat {
  readonly format: LayerFormat;
  /** Whether the files go into one zip. */
  readonly isZip: boolean;
}

/** The formats by the endings of their files; a shapefile is one beside its others, or all of them in a zip. */
const FORMATS: ReadonlyMap<string, LayerFormat> = new Map([
  ...LAYER_FORMATS.map((format) => [FORMAT_TRAITS[format].ending, format] as const),
  ['shp', 'shapefile'],
  ['json', 'geojson'],
]);

/** Endings that can be written. */
export const OUTPUT_ENDINGS: readonly string[] = [...FORMATS.keys()];

/** Endings beside which a project for QGIS can be written. */
export const QGIS_ENDINGS: readonly string[] = [...FORMATS].flatMap(([ending, format]) =>
  FORMAT_TRAITS[format].hasQgisProject ? [ending] : [],
);

/** The format of a path's ending; null for any other. */
export function outputFormat(path: string): OutputFormat | null {
  const ending = extname(path).slice(1).toLowerCase();
  const format = FORMATS.get(ending);
  return format ? { format, isZip: ending === 'zip' } : null;
}
