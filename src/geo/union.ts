import { buffer, featureCollection, intersect, multiPolygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { boxOf } from '../domain/feature';
import type { Frame } from './frame';
import { lonLatPolygons, patchAround, polygonsOf, type Patch } from './patch';

type Zone = Feature<Polygon | MultiPolygon>;

/** Zones united at a time: neighbours first, so that what they share is gone before the next round. */
const GROUP = 8;

/** What at least one of the zones (lon/lat) covers, without overlaps; null for no zones. */
export function uniteZones(frame: Frame, zones: readonly Zone[]): Zone | null {
  const [first] = zones;
  if (!first) return null;
  if (zones.length === 1) return { type: 'Feature', properties: {}, geometry: first.geometry };
  const patch = patchFor(frame, first);
  let groups = zones
    .map((zone) => onPatch(frame, patch, zone))
    .sort((a, b) => a[0]![0]![0]![0]! - b[0]![0]![0]![0]!);
  while (groups.length > 1) {
    const next: Position[][][][] = [];
    for (let i = 0; i < groups.length; i += GROUP) next.push(united(groups.slice(i, i + GROUP).flat()));
    groups = next;
  }
  const geometry = lonLatPolygons(frame, patch, groups[0] ?? []);
  return { type: 'Feature', properties: {}, geometry };
}

/** What all of the zones (lon/lat) cover; null where that is nothing. Needs two zones at least. */
export function intersectZones(frame: Frame, zones: readonly Zone[]): Zone | null {
  const [first] = zones;
  if (!first || zones.length < 2) return null;
  const patch = patchFor(frame, first);
  const shared = intersect(featureCollection(zones.map((zone) => multiPolygon(onPatch(frame, patch, zone)))));
  if (!shared) return null;
  const geometry = lonLatPolygons(frame, patch, polygonsOf(shared.geometry));
  return { type: 'Feature', properties: {}, geometry };
}

/** A buffer of nothing unites what overlaps; many times faster than Turf's union where arcs have many vertices. */
function united(polygons: Position[][][]): Position[][][] {
  const result = buffer({ type: 'MultiPolygon', coordinates: polygons }, 0);
  return result ? [...polygonsOf(result.geometry)] : [];
}

function patchFor(frame: Frame, zone: Zone): Patch {
  const [west, south, east, north] = boxOf(zone.geometry) ?? [0, 0, 0, 0];
  return patchAround(...frame.project((west + east) / 2, (south + north) / 2));
}

function onPatch(frame: Frame, patch: Patch, zone: Zone): Position[][][] {
  return polygonsOf(zone.geometry).map((rings) =>
    rings.map((ring) => ring.map(([lon = NaN, lat = NaN]) => patch.toPatch(frame.project(lon, lat)))),
  );
}
