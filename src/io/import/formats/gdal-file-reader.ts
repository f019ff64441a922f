import { message, type Message } from '../../../domain/message';
import { err, ok } from '../../../domain/result';
import type { GdalTool } from '../../gdal/gdal-tool';
import { sourceLayer, warningNotes } from './gdal-source';
import type { FormatId, SourceLayer, SourceReader } from './source-layer';

/** A format of one file for which GDAL needs no help. */
export interface GdalFileFormat {
  readonly format: FormatId;
  readonly driver: string;
  readonly ending: string;
  readonly openOptions: readonly string[];
  /** What is said of a file without layers. */
  readonly empty: (file: string) => Message;
}

/** What a file is called for GDAL, and a layer that has no name of its own by it. */
const NAME = 'data';

/** Reads files, all layers with a geometry of each; a layer without a name is called as its file is. */
export function gdalFileReader(
  { format, driver, ending, openOptions, empty }: GdalFileFormat,
  gdal: GdalTool,
): SourceReader {
  return async (files, { signal, onProgress }) => {
    const layers: SourceLayer[] = [];
    for (const { name: file, bytes } of files) {
      const open = `${NAME}.${ending}`;
      const read = await gdal.run(
        { kind: 'read', driver, open, files: [{ name: open, bytes }], openOptions, config: {} },
        signal,
        onProgress,
      );
      if (!read.ok) return read;
      if (read.value.layers.length === 0) return err(empty(file));
      if (read.value.layers.every(({ count }) => count === 0)) return err(message('no-features', { file }));
      const notes = warningNotes(read.value.warnings);
      for (const layer of read.value.layers) {
        const name = layer.name === NAME ? stem(file) : layer.name;
        layers.push(sourceLayer(layer, format, { name, notes }));
      }
    }
    return ok(layers);
  };
}

function stem(file: string): string {
  return file.replace(/^.*\//u, '').replace(/\.[^.]*$/u, '');
}
