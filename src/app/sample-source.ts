import type { FileSource } from '../io/project/file-source';

/** Address of every file of the projects that ship with the tool, by its path in data/. */
const addresses = import.meta.glob<string>('../../data/{jiangcheng,minimal}/*.{json,geojson}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const prefix = '../../data/';

async function fetchBytes(path: string, address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The files of a sample project, all fetched at once; null if no such project ships. */
export function sampleSource(id: string): FileSource | null {
  const folder = `${prefix}${id}/`;
  const files = new Map<string, Promise<Uint8Array>>();
  for (const [path, address] of Object.entries(addresses)) {
    if (!path.startsWith(folder)) continue;
    const bytes = fetchBytes(path, address);
    // Whoever reads the file hears of a failure; until then it is nobody's.
    bytes.catch(() => undefined);
    files.set(path.slice(folder.length), bytes);
  }
  if (files.size === 0) return null;
  return {
    list: () => [...files.keys()],
    read: async (path) => (await files.get(path)) ?? null,
  };
}
