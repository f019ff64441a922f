import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { SourceFile } from '../../io/import/formats/source-layer';
import { kindOf } from '../file-source';

/** Endings of the files that lie beside a .shp and belong to it. */
const BESIDE_SHAPES = /\.(?:shp|shx|dbf|prj|cpg)$/i;

/** The files at a path: one, with those that belong to a shapefile, or all in a folder. */
export async function sourceFiles(path: string): Promise<Result<readonly SourceFile[], Message>> {
  const kind = await kindOf(path);
  if (kind === null) return err(message('cli.not-found', { file: path }));
  if (kind === 'folder') {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return ok(await readAll(files.sort(), dirname(path)));
  }
  if (!BESIDE_SHAPES.test(path)) return ok(await readAll([path], dirname(path)));
  const stem = stemOf(path);
  const beside = (await readdir(dirname(path))).filter(
    (name) => BESIDE_SHAPES.test(name) && stemOf(name).toLowerCase() === stem.toLowerCase(),
  );
  return ok(
    await readAll(
      beside.map((name) => join(dirname(path), name)),
      dirname(path),
    ),
  );
}

function stemOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/, '');
}

async function readAll(paths: readonly string[], folder: string): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    files.push({ name: relative(folder, path).split(sep).join('/'), bytes: await readFile(path) });
  }
  return files;
}
