import { RULE_DISTANCES_M } from '../city/documents';
import { TurfCheck } from '../peers/turf-check';
import { readPlanarCity } from '../support/planar-city';

/** Seconds that Turf and Flatbush take for all sites, reckoned from so many of them after one to warm up. */
export function turfCheck({ folder, sample }: { folder: string; sample: number }): number {
  const city = readPlanarCity(folder);
  const turf = new TurfCheck(city);
  turf.site(0, RULE_DISTANCES_M);
  const start = performance.now();
  for (let n = 0; n < sample; n++)
    turf.site(Math.floor(((n + 0.5) * city.sites.size) / sample), RULE_DISTANCES_M);
  return ((performance.now() - start) / 1000 / sample) * city.sites.size;
}
