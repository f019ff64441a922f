import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileStamp, ProjectFolder } from '../io/project/file-desk';
import type { FileSource } from '../io/project/file-source';

/** How a file was when it was last read or written here. */
export interface SeenFile extends FileStamp {
  /** SHA-256 (hex) of its bytes. */
  readonly hash: string;
}

/** By path; null where there was no such file. */
export type SeenFiles = ReadonlyMap<string, SeenFile | null>;

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
    },
  };
}

async function isAsSeen(folder: ProjectFolder, path: string, before: SeenFile | null): Promise<boolean> {
  const stamp = await folder.stamp(path);
  if (!stamp || !before) return !stamp && !before;
  if (stamp.size === before.size && stamp.modified === before.modified) return true;
  if (stamp.size !== before.size) return false;
  const bytes = await folder.read(path);
  return bytes !== null && hashOf(bytes) === before.hash;
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

/** Writes the files that differ from what is there, noting in `seen`, file by file, how they are now. */
export async function writeFolder(
  folder: ProjectFolder,
  files: ReadonlyMap<string, Uint8Array>,
  seen: Map<string, SeenFile | null>,
  overwritten: readonly string[],
): Promise<void> {
  const ordered = Array.from(files).sort(([a], [b]) => Number(a === LAST) - Number(b === LAST));
  for (const [path, bytes] of ordered) {
    const hash = hashOf(bytes);
    if (seen.get(path)?.hash === hash && !overwritten.includes(path)) continue;
    await folder.write(path, bytes);
    const stamp = await folder.stamp(path);
    seen.set(path, stamp && { ...stamp, hash });
  }
}
