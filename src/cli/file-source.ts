import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';
import { fileBytes } from './file-bytes';
import { isHidden, memorySource, type FileSource } from '../io/project/file-source';
import type { ByteSource } from '../io/import/byte-source';
import { unpackReadable } from '../io/project/zip-source';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** What stands at a path; null if nothing does. */
export async function kindOf(path: string): Promise<'folder' | 'file' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A file of more bytes is read piece by piece: less memory, sooner, and Node holds none beyond 2 GiB at one go. */
const MOST_AT_ONCE = 16 << 20;

async function folderSource(folder: string): Promise<FileSource<ByteSource>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !isHidden(path));
  return {
    list: () => paths,
    async open(path) {
      const file = join(folder, path);
      if ((await kindOf(file)) !== 'file') return null;
      const { size } = await stat(file);
      return size > MOST_AT_ONCE ? fileBytes(file, size) : null;
    },
    async read(path) {
      try {
        return await readFile(join(folder, path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}

/** The files of a project folder or of a zip of one. */
export async function projectSource(path: string): Promise<Result<FileSource<ByteSource>, Message>> {
  const readable = await readableSource(path);
  if (!readable.ok) return readable;
  const { source, broken } = readable.value;
  const [entry] = broken;
  return entry === undefined
    ? ok(source)
    : err(message('zip-entry-broken', { file: basename(path), path: entry }));
}

/** The same as far as it can be read; `broken` are the paths of files in a zip that cannot. */
export async function readableSource(
  path: string,
): Promise<Result<{ readonly source: FileSource<ByteSource>; readonly broken: readonly string[] }, Message>> {
  const kind = await kindOf(path);
  if (kind === null) return err(message('cli.not-found', { file: path }));
  if (kind === 'folder') return ok({ source: await folderSource(path), broken: [] });
  const unpacked = unpackReadable(await readFile(path), basename(path));
  if (!unpacked.ok) return unpacked;
  return ok({ source: memorySource(unpacked.value.files), broken: unpacked.value.broken });
}
