import { message } from '../../../../domain/message';
import { err, ok } from '../../../../domain/result';
import type { GdalTool } from '../../../gdal/gdal-tool';
import { sourceLayer, warningNotes } from '../gdal-source';
import type { SourceReader } from '../source-layer';

/** Reads all feature tables of GeoPackages (OGC 12-128), each as a layer; tiles and tables without geometry are not read. */
export function geopackageReader(gdal: GdalTool): SourceReader {
  return async (files, { signal }) => {
    const layers = [];
    for (const { name, bytes } of files) {
      const read = await gdal.run(
        {
          kind: 'read',
          driver: 'GPKG',
          open: 'data.gpkg',
          files: [{ name: 'data.gpkg', bytes }],
          openOptions: ['LIST_ALL_TABLES=NO', 'IMMUTABLE=YES'],
          config: {},
        },
        signal,
      );
      if (!read.ok) return read;
      if (read.value.layers.length === 0) return err(message('geopackage-without-features', { file: name }));
      const notes = warningNotes(read.value.warnings);
      layers.push(...read.value.layers.map((layer) => sourceLayer(layer, 'geopackage', { notes })));
    }
    return ok(layers);
  };
}
