import { featureCollection, intersect, multiPolygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { boxOf } from '../domain/feature';
import type { Frame } from './frame';
import { lonLatPolygons, patchAround, polygonsOf, type Patch } from './patch';

type Zone = Feature<Polygon | MultiPolygon>;

/** What at least one of the zones (lon/lat) covers, without overlaps; null for no zones. */
export function uniteZones(frame: Frame, zones: readonly Zone[]): Zone | null {
  return combine(frame, zones, union);
}

/** What all of the zones (lon/lat) cover; null where that is nothing. Needs two zones at least. */
export function intersectZones(frame: Frame, zones: readonly Zone[]): Zone | null {
  return zones.length < 2 ? null : combine(frame, zones, intersect);
}

function combine(frame: Frame, zones: readonly Zone[], operation: typeof union): Zone | null {
  const [first] = zones;
  if (!first) return null;
  if (zones.length === 1) return { type: 'Feature', properties: {}, geometry: first.geometry };
  const [west, south, east, north] = boxOf(first.geometry) ?? [0, 0, 0, 0];
  const patch = patchAround(...frame.project((west + east) / 2, (south + north) / 2));
  const result = operation(featureCollection(zones.map((zone) => onPatch(frame, patch, zone))));
  if (!result) return null;
  const geometry = lonLatPolygons(frame, patch, polygonsOf(result.geometry));
  return { type: 'Feature', properties: {}, geometry };
}

function onPatch(frame: Frame, patch: Patch, zone: Zone): Feature<MultiPolygon> {
  return multiPolygon(
    polygonsOf(zone.geometry).map((rings) =>
      rings.map((ring) => ring.map(([lon = NaN, lat = NaN]) => patch.toPatch(frame.project(lon, lat)))),
    ),
  );
}
