import { extname } from 'node:path';
import type { GdalTool } from '../../io/gdal/gdal-tool';
import type { LayerWriter } from '../../io/export/formats/export-layer';
import { gisWriter } from '../../io/export/formats/writers';

/** How a file of some ending is written. */
export interface OutputFormat {
  readonly writer: (gdal: GdalTool) => Promise<LayerWriter>;
  /** The system that such files are expected in: degrees, or the Gauss-Krüger zone of the place. */
  readonly system: 'degrees' | 'zone';
  /** Whether a project for QGIS can be written beside it. */
  readonly hasQgisProject?: boolean;
  /** Whether the files go into one zip. */
  readonly isZip?: boolean;
}

const FORMATS: Readonly<Record<string, OutputFormat>> = {
  geojson: {
    writer: async () => (await import('../../io/export/formats/geojson/write-geojson')).writeGeojson,
    system: 'degrees',
    hasQgisProject: true,
  },
  csv: {
    writer: async () => (await import('../../io/export/formats/csv/write-csv')).writeCsv,
    system: 'degrees',
  },
  txt: {
    writer: async () =>
      (await import('../../io/export/formats/boundary-text/write-boundary-text')).writeBoundaryText,
    system: 'zone',
  },
  xlsx: {
    writer: async () => (await import('../../io/export/formats/xlsx/write-xlsx-layers')).writeXlsxLayers,
    system: 'degrees',
  },
  shp: { writer: (gdal) => gisWriter('shapefile', gdal), system: 'degrees', hasQgisProject: true },
  zip: {
    writer: (gdal) => gisWriter('shapefile', gdal),
    system: 'degrees',
    hasQgisProject: true,
    isZip: true,
  },
  gpkg: { writer: (gdal) => gisWriter('geopackage', gdal), system: 'degrees', hasQgisProject: true },
  kml: { writer: (gdal) => gisWriter('kml', gdal), system: 'degrees' },
  dxf: { writer: (gdal) => gisWriter('dxf', gdal), system: 'zone' },
};

/** Endings that are written as another. */
const SAME: Readonly<Record<string, string>> = { json: 'geojson' };

/** Endings that can be written. */
export const OUTPUT_ENDINGS = [...Object.keys(FORMATS), ...Object.keys(SAME)];

/** Endings beside which a project for QGIS can be written. */
export const QGIS_ENDINGS = Object.keys(FORMATS).filter((ending) => FORMATS[ending]?.hasQgisProject);

/** The format of a path's ending; null for any other. */
export function outputFormat(path: string): OutputFormat | null {
  const ending = extname(path).slice(1).toLowerCase();
  return FORMATS[SAME[ending] ?? ending] ?? null;
}
