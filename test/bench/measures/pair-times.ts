import { feature, featureCollection, intersect } from '@turf/turf';
import polygonClipping from 'polygon-clipping';
import { RULE_DISTANCES_M } from '../city/documents';
import { ClipperPeer } from '../peers/clipper';
import { crossingPairs } from '../peers/crossing-pairs';
import { GeosPeer } from '../peers/geos';
import { areaOf, fromPatch, onPatch, polygonsOf, type Polygons } from '../peers/polygons';
import { zoneAreas } from '../support/engine-under-test';
import { readPlanarCity } from '../support/planar-city';
import { microsecondsEach } from '../support/timing';

/** Sides of a quarter circle in the zones of all that cannot do arcs. */
const QUARTER_SIDES = 32;

export interface PairTime {
  readonly who: string;
  readonly microseconds: number;
  /** All shared areas together, to show that all did the same work. */
  readonly sumM2: number;
}

/**
 * Area that a parcel shares with a zone whose edge runs through it, microseconds a pair, everybody's input ready in
 * the form they like best.
 */
export async function pairTimes({
  folder,
  limit,
}: {
  folder: string;
  limit: number;
}): Promise<readonly PairTime[]> {
  const city = readPlanarCity(folder);
  const geos = await GeosPeer.load();
  const clipper = await ClipperPeer.load();
  const setting = { rulesM: RULE_DISTANCES_M, quarterSides: QUARTER_SIDES, limit };
  const pairs = crossingPairs(city, geos, setting);
  const polygons = pairs.map(({ parcel, zoneGeometry }) => ({
    parcel: polygonsOf(city.parcels.shapes, parcel),
    zone: geos.polygons(zoneGeometry),
  }));
  const patches = polygons.map(({ parcel, zone }) =>
    featureCollection(
      [parcel, zone].map((one) => feature({ type: 'MultiPolygon' as const, coordinates: onPatch(one) })),
    ),
  );
  const paths = polygons.map(({ parcel, zone }) => ({
    parcel: clipper.paths(parcel),
    zone: clipper.paths(zone),
  }));
  const exact = zoneAreas(city, pairs);
  const measured = (who: string, areaAt: (n: number) => number): PairTime => {
    let sumM2 = 0;
    for (let n = 0; n < pairs.length; n++) sumM2 += areaAt(n);
    return { who, microseconds: microsecondsEach(pairs.length, areaAt), sumM2 };
  };
  return [
    measured('xuezhi, exact arcs', exact),
    measured('clipper2-wasm', (n) => clipper.intersectionArea(paths[n]!.parcel, paths[n]!.zone)),
    measured('geos-wasm', (n) => geos.intersectionArea(pairs[n]!.parcelGeometry, pairs[n]!.zoneGeometry)),
    measured('polygon-clipping', (n) =>
      areaOf(polygonClipping.intersection(polygons[n]!.parcel, polygons[n]!.zone)),
    ),
    measured('turf.intersect', (n) => patchArea(intersect(patches[n]!))),
  ];
}

function patchArea(common: ReturnType<typeof intersect>): number {
  if (!common) return 0;
  const { type, coordinates } = common.geometry;
  return areaOf(fromPatch((type === 'Polygon' ? [coordinates] : coordinates) as Polygons));
}
