import type { SourceFile } from '../../import/formats/source-layer';
import { writeZip } from '../../project/write-zip';
import { fileName } from './file-name';

/** The files of an export in one zip that has its name. */
export function zipped(files: readonly SourceFile[], name: string): SourceFile {
  const bytes = writeZip(new Map(files.map((file) => [file.name, file.bytes])));
  return { name: `${fileName(name)}.zip`, bytes };
}
