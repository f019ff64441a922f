import type { FileSource } from '../io/project/file-source';

/** Address of every file of the projects that ship with the tool, by its path in data/. */
const addresses = import.meta.glob<string>('../../data/{jiangcheng,minimal}/*.{json,geojson}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const prefix = '../../data/';

/** The files of a sample project; null if no such project ships. Its files are fetched when they are read. */
export function sampleSource(id: string): FileSource | null {
  const folder = `${prefix}${id}/`;
  const paths = Object.keys(addresses)
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
  if (paths.length === 0) return null;
  return {
    list: () => paths,
    async read(path) {
      const address = addresses[folder + path];
      if (address === undefined) return null;
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
