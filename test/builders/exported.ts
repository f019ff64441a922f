import { outputFormat } from '../../src/cli/convert/output-format';
import { layerWriter } from '../../src/io/export/layers/layer-formats';
import type { ExportedFiles, ExportLayer, ExportOptions } from '../../src/io/export/formats/export-layer';
import { readerOf } from '../../src/io/import/formats/readers';
import { recognise } from '../../src/io/import/formats/recognise/recognise';
import type { SourceFile, SourceLayer } from '../../src/io/import/formats/source-layer';
import { gdalHere } from './gdal';

/** What is written of layers in the format of an ending, loose. */
export async function exported(
  ending: string,
  layers: readonly ExportLayer[],
  options: ExportOptions,
): Promise<ExportedFiles> {
  const write = await layerWriter(outputFormat(`a.${ending}`)!.format, gdalHere);
  const written = await write(layers, options);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}

/** The layers of files, as they would be read if they were dropped. */
export async function readAgain(files: readonly SourceFile[]): Promise<readonly SourceLayer[]> {
  const { sets, refused } = recognise(files);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  const layers: SourceLayer[] = [];
  for (const set of sets) {
    const read = await (await readerOf(set.format, gdalHere))(set.files, {});
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    layers.push(...read.value);
  }
  return layers;
}
