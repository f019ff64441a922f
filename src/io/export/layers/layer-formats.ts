import type { GdalTool } from '../../gdal/gdal-tool';
import type { LayerWriter } from '../formats/export-layer';
import { MOST_ROWS } from '../../report/sheets/workbook';
import { gisWriter } from '../formats/writers';

/** The formats in which layers are written, those first that lose least. */
export const LAYER_FORMATS = [
  'geopackage',
  'shapefile',
  'geojson',
  'dxf',
  'kml',
  'xlsx',
  'csv',
  'boundary-text',
] as const;
export type LayerFormat = (typeof LAYER_FORMATS)[number];

export interface FormatTraits {
  /** Of the file or, where the writer gives several, of the zip that they go into. */
  readonly ending: string;
  readonly mime: string;
  /** The system that such files are expected in: degrees, or the Gauss-Krüger zone of the place. */
  readonly usual: 'degrees' | 'zone';
  /** Whether the format holds longitude and latitude only. */
  readonly isDegreesOnly: boolean;
  /** Whether texts can be in UTF-8 or in GBK. */
  readonly hasEncoding: boolean;
  /** Whether a project for QGIS can be written beside the files. */
  readonly hasQgisProject: boolean;
  /** Features that a layer of it can have at most; absent: as many as there are. */
  readonly mostFeatures?: number;
}

const plain = { usual: 'degrees', isDegreesOnly: false, hasEncoding: false, hasQgisProject: false } as const;

export const FORMAT_TRAITS: Readonly<Record<LayerFormat, FormatTraits>> = {
  geopackage: { ...plain, ending: 'gpkg', mime: 'application/geopackage+sqlite3', hasQgisProject: true },
  shapefile: { ...plain, ending: 'zip', mime: 'application/zip', hasEncoding: true, hasQgisProject: true },
  geojson: { ...plain, ending: 'geojson', mime: 'application/geo+json', hasQgisProject: true },
  dxf: { ...plain, ending: 'dxf', mime: 'image/vnd.dxf', usual: 'zone' },
  kml: { ...plain, ending: 'kml', mime: 'application/vnd.google-earth.kml+xml', isDegreesOnly: true },
  xlsx: {
    ...plain,
    ending: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    // The head is a row, too.
    mostFeatures: MOST_ROWS - 1,
  },
  csv: { ...plain, ending: 'csv', mime: 'text/csv', hasEncoding: true },
  'boundary-text': { ...plain, ending: 'txt', mime: 'text/plain', usual: 'zone', hasEncoding: true },
};

/** The writer of a format, brought in only when it is asked for. */
export async function layerWriter(format: LayerFormat, gdal: GdalTool): Promise<LayerWriter> {
  switch (format) {
    case 'geojson':
      return (await import('../formats/geojson/write-geojson')).writeGeojson;
    case 'xlsx':
      return (await import('../formats/xlsx/write-xlsx-layers')).writeXlsxLayers;
    case 'csv':
      return (await import('../formats/csv/write-csv')).writeCsv;
    case 'boundary-text':
      return (await import('../formats/boundary-text/write-boundary-text')).writeBoundaryText;
    default:
      return gisWriter(format, gdal);
  }
}
