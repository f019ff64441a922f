import type { Feature, Point } from 'geojson';
import type { GeoJSONSourceDiff } from 'maplibre-gl';
import type { LonLatBox } from '../domain/feature';
import type { ConflictMark } from '../domain/looks/palette';
import { ID_PROPERTY } from './style/sources';

/** A mark where the parcel that has it is too small to be drawn. */
export interface FarMark {
  readonly mark: ConflictMark;
  readonly box: LonLatBox;
}

/** Changes that MapLibre's worker takes at one go. */
const PAGE = 1000;

/** What turns the points of some marks into those of others, in pages, each made when it is asked for. */
export function* farMarkDiffs(
  before: ReadonlyMap<string, FarMark>,
  after: ReadonlyMap<string, FarMark>,
): Generator<GeoJSONSourceDiff> {
  const gone = [...before.keys()].filter((id) => after.get(id) !== before.get(id));
  const come = [...after].filter(([id, mark]) => before.get(id) !== mark);
  for (let i = 0; i < gone.length; i += PAGE) yield { remove: gone.slice(i, i + PAGE), add: [] };
  for (let i = 0; i < come.length; i += PAGE) {
    yield { remove: [], add: come.slice(i, i + PAGE).map(([id, mark]) => point(id, mark)) };
  }
}

function point(id: string, { mark, box: [west, south, east, north] }: FarMark): Feature<Point> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
    properties: { [ID_PROPERTY]: id, mark },
  };
}
