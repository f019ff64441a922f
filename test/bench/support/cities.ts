import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCity, writeSurroundings, type CitySize } from '../city/write-city';

/**
 * Folder of a city of that size under `root`, written if it is not there. Cities of as many parcels and one seed share
 * the file of their parcels.
 */
export function cityFolder(root: string, size: CitySize): string {
  const { parcels, sites, points, seed } = size;
  const folder = join(root, `city-${parcels}-${sites}-${points ? 'points' : 'campuses'}-${seed}`);
  if (existsSync(folder)) return folder;
  const shared = join(root, `parcels-${parcels}-${seed}.geojson`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const file = join(unfinished, 'parcels.geojson');
  if (existsSync(shared)) {
    writeSurroundings(unfinished, size);
    linkSync(shared, file);
  } else {
    writeCity(unfinished, size);
    linkSync(file, shared);
  }
  renameSync(unfinished, folder);
  return folder;
}
