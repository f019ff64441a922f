import type { LayerOffset } from '../domain/layer-offset';
import { reprojection } from './crs/reprojection';
import { transformFlat } from './crs/transform';
import { commonestShift } from './commonest-shift';
import { VertexCells } from './vertex-cells';

/** Vertices of the layer that are looked at. */
const MOST_LAYER = 1500;

/** Two vertices this close are one. */
const SAME_M = 1;
/** At least so many vertices, and this share of them, must come to lie on others. */
const LEAST_MATCHES = 8;
const LEAST_SHARE = 0.15;
/** How clearly the best offset must stand out from the next: things that repeat, such as equal plots, fit everywhere. */
const CLEARLY = 1.25;
/** A shift this close to that of an offset system is one by it, whatever program did it. */
const SUSPECT_M = 10;

/** Offsets are looked for up to this. */
export const REACH_M = 1500;

/**
 * How far a layer lies from others, where both have vertices of the same things (neighbouring parcels, the same
 * roads): as it stands; as if it were in GCJ-02 or BD-09; then by any one shift up to `REACH_M`. Flat arrays of lon/lat
 * degrees (lon0, lat0, …); of the others all that lie within `REACH_M` of the layer. Null where nothing can be told.
 */
export function offsetFrom(layer: Float64Array, others: Float64Array): LayerOffset | null {
  const sample = thinned(layer, MOST_LAYER);
  if (sample.length < 2 * LEAST_MATCHES || others.length === 0) return null;
  const plane = planeAt(others);
  const there = plane(others);
  const cells = new VertexCells(there, SAME_M);
  const here = plane(sample);
  const isEnough = (share: number) => share >= LEAST_SHARE && share * (sample.length / 2) >= LEAST_MATCHES;
  const asItIs = cells.shareOf(here);
  const undone = SUSPECTS.flatMap((suspect) => {
    const system = reprojection({ kind: suspect });
    if (!system.ok) return [];
    const at = plane(transformFlat(sample, system.value.toLonLat));
    return [{ suspect, share: cells.shareOf(at), shift: meanDifference(here, at) }];
  });
  const [best, next] = undone.toSorted((a, b) => b.share - a.share);
  if (best && isEnough(best.share) && best.share > CLEARLY * Math.max(asItIs, next?.share ?? 0)) {
    return offsetOf(best.shift, best.share, best.suspect);
  }
  // Then nothing could stand out from it.
  if (asItIs * CLEARLY >= 1) return offsetOf([0, 0], asItIs, null);
  const shift = commonestShift(here, there, { reachM: REACH_M, sameM: SAME_M });
  const runnerUp = Math.max(asItIs, shift?.nextShare ?? 0);
  if (shift && isEnough(shift.share) && shift.share > CLEARLY * runnerUp) {
    const { eastM, northM } = shift;
    const cause = undone.find(({ shift: [x, y] }) => Math.hypot(x - eastM, y - northM) < SUSPECT_M);
    return offsetOf([eastM, northM], shift.share, cause?.suspect ?? null);
  }
  return isEnough(asItIs) ? offsetOf([0, 0], asItIs, null) : null;
}

const SUSPECTS = ['gcj02', 'bd09'] as const;

/** Every n-th vertex, so that there are no more than `most`. */
function thinned(lonLat: Float64Array, most: number): Float64Array {
  const count = lonLat.length / 2;
  if (count <= most) return lonLat;
  const out = new Float64Array(2 * most);
  for (let i = 0; i < most; i++) {
    const from = 2 * Math.floor((i * count) / most);
    out[2 * i] = lonLat[from]!;
    out[2 * i + 1] = lonLat[from + 1]!;
  }
  return out;
}

/** Metres around the middle of some positions, true enough to compare places with one another. */
function planeAt(lonLat: Float64Array): (positions: Float64Array) => Float64Array {
  let [lon0, lat0] = [0, 0];
  for (let i = 0; i < lonLat.length; i += 2) {
    lon0 += lonLat[i]!;
    lat0 += lonLat[i + 1]!;
  }
  lon0 /= lonLat.length / 2;
  lat0 /= lonLat.length / 2;
  const perLat = 110_900;
  const perLon = 111_320 * Math.cos((lat0 * Math.PI) / 180);
  return (positions) =>
    transformFlat(positions, (lon, lat) => [(lon - lon0) * perLon, (lat - lat0) * perLat]);
}

function meanDifference(a: Float64Array, b: Float64Array): [number, number] {
  let [x, y] = [0, 0];
  for (let i = 0; i < a.length; i += 2) {
    x += a[i]! - b[i]!;
    y += a[i + 1]! - b[i + 1]!;
  }
  return [x / (a.length / 2), y / (a.length / 2)];
}

function offsetOf(
  [eastM, northM]: [number, number],
  share: number,
  suspect: LayerOffset['suspect'],
): LayerOffset {
  return { eastM, northM, distanceM: Math.hypot(eastM, northM), share, suspect };
}
