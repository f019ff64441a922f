import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { SourceFile } from '../../io/import/formats/source-layer';
import { unpack } from '../../io/project/zip-source';

/** Writes one file at the path, several beside it with their own names behind its name; answers their paths. */
export async function writeFiles(files: readonly SourceFile[], output: string): Promise<readonly string[]> {
  const [only] = files;
  if (files.length === 1 && only && !isShapes(output)) {
    await writeFile(output, only.bytes);
    return [output];
  }
  const paths: string[] = [];
  for (const { name, bytes } of isShapes(output) ? loose(files, output) : beside(files, output)) {
    const path = join(dirname(output), name);
    await writeFile(path, bytes);
    paths.push(path);
  }
  return paths;
}

function isShapes(path: string): boolean {
  return extname(path).toLowerCase() === '.shp';
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}

function beside(files: readonly SourceFile[], output: string): SourceFile[] {
  return files.map(({ name, bytes }) => ({ name: `${stemOf(output)}-${name}`, bytes }));
}

/** The files in zips of shapefiles: a lone shapefile's get the output's name. */
function loose(zips: readonly SourceFile[], output: string): SourceFile[] {
  const files = zips.flatMap(({ name, bytes }) => {
    const unpacked = unpack(bytes, name);
    return unpacked.ok
      ? Array.from(unpacked.value, ([path, content]) => ({ name: path, bytes: content }))
      : [];
  });
  const shapes = files.filter(({ name }) => isShapes(name));
  const [lone] = shapes;
  if (shapes.length !== 1 || !lone) return beside(files, output);
  return files.map(({ name, bytes }) =>
    stemOf(name) === stemOf(lone.name)
      ? { name: stemOf(output) + extname(name), bytes }
      : { name: `${stemOf(output)}-${name}`, bytes },
  );
}
