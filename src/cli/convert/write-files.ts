import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../io/import/formats/source-layer';

/** Writes files into the folder of the output; answers their paths. */
export async function writeFiles(files: readonly SourceFile[], output: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const { name, bytes } of files) {
    const path = join(dirname(output), name);
    await writeFile(path, bytes);
    paths.push(path);
  }
  return paths;
}
