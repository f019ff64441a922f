import { writeZip } from '../../project/write-zip';
import type { ExportedFiles } from './export-layer';
import { fileName } from './file-name';

/** The files of an export in one zip that has its name. */
export function zipped({ files, notes }: ExportedFiles, name: string): ExportedFiles {
  const bytes = writeZip(new Map(files.map((file) => [file.name, file.bytes])));
  return { files: [{ name: `${fileName(name)}.zip`, bytes }], notes };
}
