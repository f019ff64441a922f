import { unzipSync } from 'fflate';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { crc32 } from './crc32';
import { isHidden, memorySource, safePath, type FileSource } from './file-source';
import { zipDirectory } from './zip-directory';

const MAX_BYTES = 2 * 1024 ** 3;
const MAX_RATIO = 200;
/** Below this, even a file of zeros does no harm, whatever its ratio. */
const RATIO_FROM_BYTES = 16 * 1024 ** 2;

/** The files of a zip as a project's files; see `unpack`. */
export function zipSource(bytes: Uint8Array, file: string): Result<FileSource<never>, Message> {
  const files = unpack(bytes, file);
  return files.ok ? ok(memorySource(files.value)) : files;
}

/**
 * The files of a zip by their paths. Refuses one that is broken, that would unpack to more than 2 GiB or 200 times its size, or
 * that holds a path outside itself. One folder around everything is taken off.
 */
export function unpack(bytes: Uint8Array, file: string): Result<ReadonlyMap<string, Uint8Array>, Message> {
  const unpacked = unpackReadable(bytes, file);
  if (!unpacked.ok) return unpacked;
  const { files, broken } = unpacked.value;
  return broken[0] === undefined ? ok(files) : err(message('zip-entry-broken', { file, path: broken[0] }));
}

export interface Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Paths of entries whose bytes cannot be had or are not those that were packed, or of which there are two. */
  readonly broken: readonly string[];
}

/** As `unpack`, of a zip some of whose files may be broken. */
export function unpackReadable(bytes: Uint8Array, file: string): Result<Unpacked, Message> {
  const listed = namesIn(bytes, file);
  if (!listed.ok) return listed;
  const sums = sumsOf(bytes, listed.value);
  const named = listed.value.filter((name) => !name.endsWith('/'));
  const names = new Set(named);
  const broken = twiceIn(named);
  const entries = new Map<string, Uint8Array>();
  try {
    for (const [name, content] of Object.entries(unzipSync(bytes))) entries.set(name, content);
  } catch {
    for (const name of names) {
      const content = entryOf(bytes, name);
      if (content) entries.set(name, content);
      else broken.add(name);
    }
  }
  for (const [name, content] of entries) if (crc32(content) !== sums.get(name)) broken.add(name);
  const places = placesOf(names);
  const files = new Map<string, Uint8Array>();
  for (const [name, path] of places) {
    const content = entries.get(name);
    if (content && !broken.has(name)) files.set(path, content);
  }
  return ok({ files, broken: Array.from(broken).flatMap((name) => places.get(name) ?? []) });
}

/** Names of the files in a zip's directory, as they stand there; refused where the zip should not be unpacked. */
function namesIn(bytes: Uint8Array, file: string): Result<readonly string[], Message> {
  let total = 0;
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        names.push(name);
        return false;
      },
    });
  } catch {
    return err(message('zip-broken', { file }));
  }
  const unsafe = names.find((name) => safePath(name) === null);
  if (unsafe !== undefined) return err(message('zip-unsafe-path', { file, path: unsafe }));
  if (total > MAX_BYTES || (total > RATIO_FROM_BYTES && total > bytes.length * MAX_RATIO)) {
    return err(message('zip-too-large', { file, megabytes: Math.round(total / 1024 ** 2) }));
  }
  return ok(names);
}

/** The checksums of a zip's files by their names in its directory. */
function sumsOf(bytes: Uint8Array, names: readonly string[]): ReadonlyMap<string, number> {
  const entries = zipDirectory(bytes) ?? [];
  return new Map(names.flatMap((name, i) => (entries[i] ? [[name, entries[i].crc] as const] : [])));
}

/** Names of the files in a zip's directory; null where it is broken. */
export function namesInZip(bytes: Uint8Array): readonly string[] | null {
  const names: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  } catch {
    return null;
  }
  return names;
}

function twiceIn(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

/** Null where the bytes of the entry are broken. */
function entryOf(bytes: Uint8Array, name: string): Uint8Array | null {
  try {
    return unzipSync(bytes, { filter: (entry) => entry.name === name })[name] ?? null;
  } catch {
    return null;
  }
}

/** Paths of the project's files by their names in the zip, without one folder around all of them. */
function placesOf(names: ReadonlySet<string>): ReadonlyMap<string, string> {
  const places = Array.from(names).flatMap((name) => {
    const path = safePath(readableName(name));
    return path === null || isHidden(path) ? [] : [[name, path] as const];
  });
  const top = places[0]?.[1].split('/')[0];
  if (top === undefined || !places.every(([, path]) => path.startsWith(`${top}/`))) return new Map(places);
  return new Map(places.map(([name, path]) => [name, path.slice(top.length + 1)]));
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
