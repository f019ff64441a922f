import { message } from '../../../../domain/message';
import type { GdalTool } from '../../../gdal/gdal-tool';
import { gdalFolderReader } from '../gdal-file-reader';
import type { SourceReader } from '../source-layer';

/** Reads the feature classes of file geodatabases (ESRI, version 9 and on), each as a layer; an empty one is passed over. */
export function geodatabaseReader(gdal: GdalTool): SourceReader {
  return gdalFolderReader(
    {
      format: 'geodatabase',
      driver: 'OpenFileGDB',
      ending: 'gdb',
      openOptions: ['LIST_ALL_TABLES=NO'],
      empty: (file) => message('geodatabase-without-features', { file }),
    },
    gdal,
  );
}
