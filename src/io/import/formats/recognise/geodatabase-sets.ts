import type { SourceFile } from '../source-layer';
import type { RecognisedSet } from './recognised-set';

/** The table of all tables of a file geodatabase: every one has it, and nothing else is called so. */
const CATALOGUE = /^(.*\/)?a00000001\.gdbtable$/i;

/** What programs put into the folder of one: tables and their indexes, two files beside, and marks of who has it open. */
const MEMBER = /^(?:a[\da-f]{8}\..+|gdb|timestamps|.*\.lock)$/i;

/** File geodatabases among files: each has its own of what lies in a folder with a catalogue. */
export function geodatabaseSets(files: readonly SourceFile[]): {
  readonly geodatabases: readonly RecognisedSet[];
  readonly others: readonly SourceFile[];
} {
  const folders = new Map<string, SourceFile[]>();
  for (const { name } of files) if (CATALOGUE.test(name)) folders.set(folderOf(name), []);
  const others = files.filter((file) => {
    const folder = folderOf(file.name);
    const inside = MEMBER.test(file.name.slice(folder === '' ? 0 : folder.length + 1)) && folders.get(folder);
    if (inside) inside.push(file);
    return !inside;
  });
  const geodatabases = Array.from(folders, ([name, inside]) => ({
    format: 'geodatabase' as const,
    name: name === '' ? (inside[0]?.name ?? '') : name,
    files: inside,
  }));
  return { geodatabases, others };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
