import { RULE_DISTANCES_M } from '../city/documents';
import { Postgis } from '../peers/postgis';
import { EngineUnderTest, type Found } from '../support/engine-under-test';
import { readPlanarCity } from '../support/planar-city';

export interface PostgisTruth {
  readonly conflicts: number;
  /** Conflicts that only PostGIS finds, and that only the engine finds. */
  readonly missed: number;
  readonly extra: number;
  readonly mostM: number;
  /** Largest difference of an area; the chords of PostGIS lie up to 2 mm inside the arcs. */
  readonly mostM2: number;
}

/** Every conflict of a city by the engine and by PostGIS; null where PostGIS is not installed. */
export async function postgisTruth({ folder }: { folder: string }): Promise<PostgisTruth | null> {
  const postgis = Postgis.start(RULE_DISTANCES_M);
  if (!postgis) return null;
  try {
    const city = readPlanarCity(folder);
    await postgis.loadParcels(city);
    await postgis.loadSites(city);
    const engine = await EngineUnderTest.open(folder);
    const left = new Map(Array.from(engine.found(), (found) => [keyOf(found), found]));
    let [conflicts, missed, mostM, mostM2] = [0, 0, 0, 0];
    for (const { site, parcel, ruleM, distanceM, overlapM2 } of postgis.rows()) {
      const key = keyOf({ site: city.sites.ids[site]!, parcel: city.parcels.ids[parcel]!, ruleM });
      const found = left.get(key);
      conflicts++;
      if (!found) {
        missed++;
        continue;
      }
      left.delete(key);
      mostM = Math.max(mostM, Math.abs(found.distanceM - distanceM));
      mostM2 = Math.max(mostM2, Math.abs(found.overlapM2 - overlapM2));
    }
    return { conflicts, missed, extra: left.size, mostM, mostM2 };
  } finally {
    postgis.stop();
  }
}

function keyOf({ site, parcel, ruleM }: Pick<Found, 'site' | 'parcel' | 'ruleM'>): string {
  return `${site} ${parcel} ${ruleM}`;
}
