import { message } from '../../../../domain/message';
import type { GdalTool } from '../../../gdal/gdal-tool';
import { gdalFileReader } from '../gdal-file-reader';
import type { SourceReader } from '../source-layer';

/**
 * Reads FlatGeobuf files (https://flatgeobuf.org), each as a layer; the places of features are no ids. Buffers are
 * verified before they are believed: a length in a damaged one would be counted to its end.
 */
export function flatgeobufReader(gdal: GdalTool): SourceReader {
  return gdalFileReader(
    {
      format: 'flatgeobuf',
      driver: 'FlatGeobuf',
      ending: 'fgb',
      openOptions: ['VERIFY_BUFFERS=YES'],
      empty: (file) => message('flatgeobuf-broken', { file }),
    },
    gdal,
  );
}
