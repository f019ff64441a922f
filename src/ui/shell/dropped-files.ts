import type { NamedFile } from '../shared/pick-files';

/** A folder with more files than this is not a data set: a whole disk, most likely. */
export const MOST_FILES = 5000;

/**
 * What was dropped: files, and those in folders with their paths; of a folder that is a project, without the folder's
 * own name. Must be called while the event is handled: later the browser no longer tells. Throws where a folder cannot
 * be read or holds more than `MOST_FILES`.
 */
export function droppedFiles({ items, files }: DataTransfer): Promise<readonly NamedFile[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const loose = Array.from(files, (file) => ({ name: file.name, bytes: file }));
  return entries.some(({ isDirectory }) => isDirectory) ? filesOf(entries) : Promise.resolve(loose);
}

async function filesOf(entries: readonly FileSystemEntry[]): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = [];
  const take = async (entry: FileSystemEntry): Promise<void> => {
    if (isDirectory(entry)) {
      for (const inside of await entriesOf(entry)) await take(inside);
      return;
    }
    if (found.length === MOST_FILES) throw new RangeError('too many files');
    const bytes = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    found.push({ name: entry.fullPath.replace(/^\//u, ''), bytes });
  };
  for (const entry of entries) await take(entry);
  const [only] = entries;
  const root = `${only?.name ?? ''}/`;
  const isProject = entries.length === 1 && found.some(({ name }) => name === `${root}project.json`);
  return isProject ? found.map(({ name, bytes }) => ({ name: name.slice(root.length), bytes })) : found;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A reader gives a folder's entries some at a time, and at last none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
