import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sourceOf } from '../io/import/byte-source';
import { hashed } from '../io/import/file-hash';
import { Pace } from '../io/import/pace';
import type { FileStamp, ProjectFolder } from '../io/project/file-desk';
import type { FileSource } from '../io/project/file-source';

/** How a file was when it was last read or written here. */
export interface SeenFile extends FileStamp {
  /** SHA-256 (hex) of its bytes; null for a large one of which nobody has told it. */
  readonly hash: string | null;
}

/** By path; null where there was no such file. */
export type SeenFiles = ReadonlyMap<string, SeenFile | null>;

/** Files above this are not brought into memory here; whoever reads them tells their hash. */
const LARGE_BYTES = 1 << 20;

function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The folder as a source that notes how each file was when it was read. */
export function watched(folder: ProjectFolder): {
  readonly source: FileSource;
  readonly seen: Map<string, SeenFile | null>;
} {
  const seen = new Map<string, SeenFile | null>();
  return {
    seen,
    source: {
      list: () => folder.list(),
      async read(path) {
        // The stamp comes first: a file that is written meanwhile then counts as changed.
        const stamp = await folder.stamp(path);
        const bytes = await folder.read(path);
        seen.set(path, stamp && bytes && { ...stamp, hash: hashOf(bytes) });
        return bytes;
      },
      async open(path) {
        const stamp = await folder.stamp(path);
        if (!stamp || stamp.size < LARGE_BYTES) return null;
        const file = (await folder.open?.(path)) ?? null;
        if (file) seen.set(path, { ...stamp, hash: null });
        return file;
      },
    },
  };
}

async function isAsSeen(folder: ProjectFolder, path: string, before: SeenFile | null): Promise<boolean> {
  const stamp = await folder.stamp(path);
  if (!stamp || !before) return !stamp && !before;
  if (stamp.size === before.size && stamp.modified === before.modified) return true;
  if (stamp.size !== before.size) return false;
  const file = (await folder.open?.(path)) ?? (await folder.read(path));
  if (!file) return false;
  const { hash } = await hashed(sourceOf(file), new Pace());
  return (await hash) === before.hash;
}

/** Notes the hashes of files, by path, of which only the stamp was seen. */
export function noteHashes(seen: Map<string, SeenFile | null>, hashes: ReadonlyMap<string, string>): void {
  for (const [path, file] of seen) {
    const hash = hashes.get(path);
    if (file?.hash === null && hash !== undefined) seen.set(path, { ...file, hash });
  }
}

/** Those of the paths whose files are not as they were seen: someone else has written, made or deleted them. */
export async function changedOutside(
  folder: ProjectFolder,
  paths: Iterable<string>,
  seen: SeenFiles,
): Promise<string[]> {
  const changed: string[] = [];
  for (const path of paths) {
    if (!(await isAsSeen(folder, path, seen.get(path) ?? null))) changed.push(path);
  }
  return changed.sort();
}

/** `project.json` comes last: until it is written, the folder is the project that it was. */
const LAST = 'project.json';

export interface FolderWriting {
  /** SHA-256 of files by path; those of all that are not in memory must be here. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Is told, file by file, how they are now. */
  readonly seen: Map<string, SeenFile | null>;
  /** Files that are written whatever was seen of them. */
  readonly overwritten: readonly string[];
}

/** Writes the files that differ from what is there. */
export async function writeFolder(
  folder: ProjectFolder,
  files: ReadonlyMap<string, Uint8Array | Blob>,
  { hashes, seen, overwritten }: FolderWriting,
): Promise<void> {
  const ordered = Array.from(files).sort(([a], [b]) => Number(a === LAST) - Number(b === LAST));
  for (const [path, content] of ordered) {
    const hash = hashes.get(path) ?? (content instanceof Blob ? null : hashOf(content));
    if (hash !== null && seen.get(path)?.hash === hash && !overwritten.includes(path)) continue;
    await folder.write(path, content);
    const stamp = await folder.stamp(path);
    seen.set(path, stamp && { ...stamp, hash });
  }
}
