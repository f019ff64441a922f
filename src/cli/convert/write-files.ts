import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { SourceFile } from '../../io/import/formats/source-layer';

/** Writes one file at the path, several beside it with their own names behind its name; answers their paths. */
export async function writeFiles(files: readonly SourceFile[], output: string): Promise<readonly string[]> {
  const [only] = files;
  if (files.length === 1 && only) {
    await writeFile(output, only.bytes);
    return [output];
  }
  const stem = basename(output, extname(output));
  const paths: string[] = [];
  for (const { name, bytes } of files) {
    const path = join(dirname(output), `${stem}-${name}`);
    await writeFile(path, bytes);
    paths.push(path);
  }
  return paths;
}
