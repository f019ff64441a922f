import { RULE_DISTANCES_M } from '../city/documents';
import { Postgis, type Fastest } from '../peers/postgis';
import { readPlanarCity } from '../support/planar-city';

export interface PostgisCheck {
  readonly tuned: Fastest;
  readonly idiomatic: Fastest;
  /** Milliseconds for the conflicts of one moved site. */
  readonly moved: readonly number[];
}

/** The same check in PostGIS, for cities that have the same parcels; null where PostGIS is not installed. */
export async function postgisCheck({
  folders,
  runs,
}: {
  folders: readonly string[];
  runs: number;
}): Promise<readonly PostgisCheck[] | null> {
  const postgis = Postgis.start(RULE_DISTANCES_M);
  if (!postgis) return null;
  const checks: PostgisCheck[] = [];
  try {
    for (const [n, folder] of folders.entries()) {
      const city = readPlanarCity(folder);
      if (n === 0) await postgis.loadParcels(city);
      await postgis.loadSites(city);
      const sites = Math.min(100, city.sites.size);
      checks.push({
        tuned: postgis.tuned(runs),
        idiomatic: postgis.idiomatic(runs),
        moved: postgis.movedSite(sites),
      });
    }
  } finally {
    postgis.stop();
  }
  return checks;
}
