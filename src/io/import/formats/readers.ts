import type { GdalTool } from '../../gdal/gdal-tool';
import type { FormatId, SourceReader } from './source-layer';

/** The reader of a format, brought in only when a file of it comes. */
export async function readerOf(format: FormatId, gdal: GdalTool): Promise<SourceReader> {
  switch (format) {
    case 'geojson':
      return (await import('./geojson/read-geojson')).readGeojson;
    case 'flatgeobuf':
      return (await import('./flatgeobuf/read-flatgeobuf-source')).flatgeobufReader(gdal);
    case 'shapefile':
      return (await import('./shapefile/read-shapefile')).shapefileReader(gdal);
    case 'geopackage':
      return (await import('./geopackage/read-geopackage')).geopackageReader(gdal);
    case 'geodatabase':
      return (await import('./geodatabase/read-geodatabase')).geodatabaseReader(gdal);
    case 'kml':
      return (await import('./kml/read-kml')).readKml;
    case 'dxf':
      return (await import('./dxf/read-dxf')).dxfReader(gdal);
    case 'csv':
      return (await import('./csv/read-csv')).readCsv;
    case 'xlsx':
      return (await import('./xlsx/read-xlsx')).readXlsx;
    case 'boundary-text':
      return (await import('./boundary-text/read-boundary-text')).readBoundaryText;
  }
}
