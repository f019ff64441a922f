import { message, type Message } from '../../../domain/message';
import { err, ok, type Result } from '../../../domain/result';
import type { GdalTool } from '../../gdal/gdal-tool';
import { sourceLayer, warningNotes } from './gdal-source';
import type { FormatId, ReadSourceOptions, SourceFile, SourceLayer, SourceReader } from './source-layer';

/** A format for which GDAL needs no help. */
export interface GdalFormat {
  readonly format: FormatId;
  readonly driver: string;
  readonly ending: string;
  readonly openOptions: readonly string[];
  /** What is said of a data set without layers. */
  readonly empty: (file: string) => Message;
}

/** What a data set is called for GDAL, and a layer that has no name of its own by it. */
const NAME = 'data';

/** Reads files, all layers with a geometry of each; a layer without a name is called as its file is. */
export function gdalFileReader(format: GdalFormat, gdal: GdalTool): SourceReader {
  const open = `${NAME}.${format.ending}`;
  return async (files, options) => {
    const layers: SourceLayer[] = [];
    for (const { name, bytes } of files) {
      const read = await readDataSet(format, gdal, { name, files: [{ name: open, bytes }] }, options);
      if (!read.ok) return read;
      layers.push(...read.value);
    }
    return ok(layers);
  };
}

/** Reads folders that are one data set each, as `gdalFileReader` does files. */
export function gdalFolderReader(format: GdalFormat, gdal: GdalTool): SourceReader {
  const folder = `${NAME}.${format.ending}`;
  return (files, options) => {
    const name = files[0]?.name.replace(/\/[^/]*$/u, '') ?? '';
    const inFolder = files.map((file) => ({
      name: `${folder}/${file.name.split('/').at(-1) ?? ''}`,
      bytes: file.bytes,
    }));
    return readDataSet(format, gdal, { name, files: inFolder }, options);
  };
}

async function readDataSet(
  { format, driver, ending, openOptions, empty }: GdalFormat,
  gdal: GdalTool,
  { name: file, files }: { readonly name: string; readonly files: readonly SourceFile[] },
  { signal, onProgress }: ReadSourceOptions,
): Promise<Result<readonly SourceLayer[], Message>> {
  const read = await gdal.run(
    { kind: 'read', driver, open: `${NAME}.${ending}`, files, openOptions, config: {} },
    signal,
    onProgress,
  );
  if (!read.ok) return read;
  if (read.value.layers.length === 0) return err(empty(file));
  const full = read.value.layers.filter(({ count }) => count > 0);
  if (full.length === 0) return err(message('no-features', { file }));
  const notes = warningNotes(read.value.warnings);
  return ok(
    full.map((layer) =>
      sourceLayer(layer, format, { name: layer.name === NAME ? stem(file) : layer.name, notes }),
    ),
  );
}

function stem(file: string): string {
  return file.replace(/^.*\//u, '').replace(/\.[^.]*$/u, '');
}
