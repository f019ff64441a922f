import { unzipSync } from 'fflate';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { isHidden, memorySource, safePath, type FileSource } from './file-source';

const MAX_BYTES = 2 * 1024 ** 3;
const MAX_RATIO = 200;
/** Below this, even a file of zeros does no harm, whatever its ratio. */
const RATIO_FROM_BYTES = 16 * 1024 ** 2;

/** The files of a zip as a project's files; see `unpack`. */
export function zipSource(bytes: Uint8Array, file: string): Result<FileSource, Message> {
  const files = unpack(bytes, file);
  return files.ok ? ok(memorySource(files.value)) : files;
}

/**
 * The files of a zip by their paths. Refuses one that is broken, that would unpack to more than 2 GiB or 200 times its size, or
 * that holds a path outside itself. One folder around everything is taken off.
 */
export function unpack(bytes: Uint8Array, file: string): Result<ReadonlyMap<string, Uint8Array>, Message> {
  let total = 0;
  const unsafe: string[] = [];
  const tooLarge = () => total > MAX_BYTES || (total > RATIO_FROM_BYTES && total > bytes.length * MAX_RATIO);
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (safePath(name) === null) unsafe.push(name);
        return unsafe.length === 0 && !tooLarge() && !name.endsWith('/');
      },
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err(message('zip-broken', { file }));
  }
  if (unsafe[0] !== undefined) return err(message('zip-unsafe-path', { file, path: unsafe[0] }));
  if (tooLarge()) return err(message('zip-too-large', { file, megabytes: Math.round(total / 1024 ** 2) }));
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(entries)) {
    const path = safePath(readableName(name));
    if (path !== null && !isHidden(path)) files.set(path, content);
  }
  return ok(withoutTopFolder(files));
}

function withoutTopFolder(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const paths = [...files.keys()];
  const top = paths[0]?.split('/')[0];
  if (top === undefined || !paths.every((path) => path.startsWith(`${top}/`))) return files;
  return new Map(Array.from(files, ([path, content]) => [path.slice(top.length + 1), content]));
}

/** Names that a Chinese Windows packed in GBK come out as Latin-1: read their bytes again. */
function readableName(name: string): string {
  const codes = Array.from(name, (character) => character.charCodeAt(0));
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  const bytes = Uint8Array.from(codes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return name;
}
