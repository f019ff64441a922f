import type { Message } from '../../domain/message';
import { message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { readerOf } from '../../io/import/formats/readers';
import { recognise } from '../../io/import/formats/recognise/recognise';
import type { SourceFile, SourceLayer } from '../../io/import/formats/source-layer';
import { nodeGdal } from '../node-gdal';

export interface ReadSources {
  readonly layers: readonly SourceLayer[];
  /** Why some of the files were not read. */
  readonly refused: readonly Message[];
}

/** Reads every data set among files. The error is that there is none that can be read, and why. */
export async function readSources(
  files: readonly SourceFile[],
  encoding: string | null,
): Promise<Result<ReadSources, Message>> {
  const { sets, refused } = recognise(files);
  const reasons = refused.map(({ reason }) => reason);
  const layers: SourceLayer[] = [];
  const gdal = nodeGdal();
  for (const set of sets) {
    const reader = await readerOf(set.format, gdal);
    const read = await reader(set.files, encoding === null ? {} : { encoding });
    if (read.ok) layers.push(...read.value);
    else reasons.push(read.error);
  }
  if (layers.length > 0) return ok({ layers, refused: reasons });
  return err(reasons[0] ?? message('file-empty', { file: files[0]?.name ?? '' }));
}
