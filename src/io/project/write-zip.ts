import { zipSync } from 'fflate';

/** The first day that a zip can hold: with it for every file, equal content gives equal bytes. */
const NO_DATE = new Date(1980, 0, 1);

/** Packs files, sorted by path. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime: NO_DATE });
}
