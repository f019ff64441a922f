import { message } from '../../../../domain/message';
import type { GdalTool } from '../../../gdal/gdal-tool';
import { gdalFileReader } from '../gdal-file-reader';
import type { SourceReader } from '../source-layer';

/** Reads all feature tables of GeoPackages (OGC 12-128), each as a layer; tiles and tables without geometry are not read. */
export function geopackageReader(gdal: GdalTool): SourceReader {
  return gdalFileReader(
    {
      format: 'geopackage',
      driver: 'GPKG',
      ending: 'gpkg',
      openOptions: ['LIST_ALL_TABLES=NO', 'IMMUTABLE=YES'],
      empty: (file) => message('geopackage-without-features', { file }),
    },
    gdal,
  );
}
