/**
 * The files of a project, wherever they are: a folder, a zip, a server. Paths are relative, with `/`. `Large` is what
 * stands for a file that is not brought into memory.
 */
export interface FileSource<Large = Blob> {
  list(): readonly string[];
  /** Null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  /** The file itself, for one so large that it is better not brought into memory here; null for any other. */
  readonly open?: (path: string) => Promise<Large | null>;
}

/** Files that are in memory already. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): FileSource<never> {
  return {
    list: () => [...files.keys()],
    read: (path) => Promise.resolve(files.get(path) ?? null),
  };
}

/**
 * A path as it is compared: with `/`, without `./`. Null for one that leaves its folder (`..`), that is absolute
 * or that names a drive.
 */
export function safePath(path: string): string | null {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed) || slashed.includes('\u0000')) return null;
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/');
}

/** Files that belong to the system or to git, and not to the project. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}
