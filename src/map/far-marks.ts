import type { Feature, Point } from 'geojson';
import type { GeoJSONSourceDiff } from 'maplibre-gl';
import type { ConflictMark } from '../domain/looks/palette';
import { ID_PROPERTY } from './style/sources';

/** A mark where the parcel that has it is too small to be drawn. */
export interface FarMark {
  readonly mark: ConflictMark;
  readonly lonLat: readonly [number, number];
}

/** Changes that MapLibre's worker takes at one go. */
const PAGE = 1000;

/** What turns the points of some marks into those of others, in pages. */
export function farMarkDiffs(
  before: ReadonlyMap<string, FarMark>,
  after: ReadonlyMap<string, FarMark>,
): GeoJSONSourceDiff[] {
  const gone = [...before.keys()].filter((id) => after.get(id) !== before.get(id));
  const come = [...after]
    .filter(([id, mark]) => before.get(id) !== mark)
    .map(([id, mark]) => point(id, mark));
  const diffs: GeoJSONSourceDiff[] = [];
  for (let i = 0; i < gone.length; i += PAGE) diffs.push({ remove: gone.slice(i, i + PAGE), add: [] });
  for (let i = 0; i < come.length; i += PAGE) diffs.push({ remove: [], add: come.slice(i, i + PAGE) });
  return diffs;
}

function point(id: string, { mark, lonLat }: FarMark): Feature<Point> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...lonLat] },
    properties: { [ID_PROPERTY]: id, mark },
  };
}
