import Flatbush from 'flatbush';
import { boxOf } from '../support/boxes';
import type { PlanarCity } from '../support/planar-city';
import type { GeosGeometry, GeosPeer } from './geos';

/** A parcel that the edge of a site's zone runs through. */
export interface CrossingPair {
  readonly site: number;
  readonly parcel: number;
  readonly ruleM: number;
  readonly parcelGeometry: GeosGeometry;
  /** The zone as a polygon of chords. */
  readonly zoneGeometry: GeosGeometry;
}

/** Such pairs of the first sites under all rules, up to so many; GEOS says which cross. */
export function crossingPairs(
  { parcels, sites }: PlanarCity,
  geos: GeosPeer,
  { rulesM, quarterSides, limit }: { rulesM: readonly number[]; quarterSides: number; limit: number },
): CrossingPair[] {
  const index = new Flatbush(parcels.size);
  for (let n = 0; n < parcels.size; n++) index.add(...boxOf(parcels.shapes, n));
  index.finish();
  const pairs: CrossingPair[] = [];
  for (let site = 0; site < sites.size; site++) {
    const ground = geos.geometry(sites.shapes, site);
    const [minX, minY, maxX, maxY] = boxOf(sites.shapes, site);
    for (const ruleM of rulesM) {
      const zoneGeometry = geos.buffer(ground, ruleM, quarterSides);
      for (const parcel of index.search(minX - ruleM, minY - ruleM, maxX + ruleM, maxY + ruleM)) {
        const parcelGeometry = geos.geometry(parcels.shapes, parcel);
        const common = geos.intersectionArea(parcelGeometry, zoneGeometry);
        if (common > 0 && common < geos.area(parcelGeometry) - 1e-6) {
          pairs.push({ site, parcel, ruleM, parcelGeometry, zoneGeometry });
          if (pairs.length === limit) return pairs;
        }
      }
    }
  }
  return pairs;
}
