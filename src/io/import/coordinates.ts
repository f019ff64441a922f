import type { LonLatBox } from '../../domain/feature';
import { message, type Message } from '../../domain/message';
import type { FrameCentre } from '../../domain/project';
import { epsgCrs } from '../../geo/crs/crs';
import { gaussKrugerZone } from '../../geo/crs/gauss-kruger-zones';
import { reprojection } from '../../geo/crs/reprojection';
import { eachPosition, isObject } from './raw';

/** What the first two numbers of every position in a file look like, whatever they mean. */
export interface Extent {
  readonly positions: number;
  /** Positions whose second number is beyond ±90 while the first would do as a latitude. */
  readonly latitudeFirst: number;
  /** Positions shaped like China with latitude first: 18–54, then 73–135. */
  readonly chinaSwapped: number;
  /** Positions that are finite but not degrees. */
  readonly notDegrees: number;
  readonly middleX: number;
  readonly middleY: number;
}

export interface ExtentCounts extends Omit<Extent, 'middleX' | 'middleY'> {
  readonly sumX: number;
  readonly sumY: number;
}

/** Looks at positions one by one, in the order of the file, as they stand there. */
export class ExtentCounter {
  private positions = 0;
  private latitudeFirst = 0;
  private chinaSwapped = 0;
  private notDegrees = 0;
  private sumX = 0;
  private sumY = 0;

  /** Positions that are not finite do not count. */
  add(x: number, y: number): void {
    const absX = Math.abs(x);
    const absY = Math.abs(y);
    if (!(absX < Infinity && absY < Infinity)) return;
    this.positions++;
    if (absX <= 90 && absY > 90 && absY <= 180) this.latitudeFirst++;
    if (x >= 18 && x <= 54 && y >= 73 && y <= 135) this.chinaSwapped++;
    if (absX > 180 || absY > 180) this.notDegrees++;
    this.sumX += coarse(x);
    this.sumY += coarse(y);
  }

  /** As `add`, for finite positions on a flat array, from vertex `from` to before vertex `to`. */
  addAll(xy: Float64Array, from: number, to: number): void {
    let { latitudeFirst, chinaSwapped, notDegrees, sumX, sumY } = this;
    for (let i = 2 * from; i < 2 * to; i += 2) {
      const x = xy[i]!;
      const y = xy[i + 1]!;
      const absY = Math.abs(y);
      if (absY > 90 || Math.abs(x) > 180) {
        if (Math.abs(x) <= 90 && absY <= 180) latitudeFirst++;
        if (Math.abs(x) > 180 || absY > 180) notDegrees++;
      }
      if (x <= 54 && x >= 18 && y >= 73 && y <= 135) chinaSwapped++;
      sumX += coarse(x);
      sumY += coarse(y);
    }
    this.positions += to - from;
    this.latitudeFirst = latitudeFirst;
    this.chinaSwapped = chinaSwapped;
    this.notDegrees = notDegrees;
    this.sumX = sumX;
    this.sumY = sumY;
  }

  /** Every position of a raw feature. */
  addFeature(raw: unknown): void {
    const geometry = isObject(raw) ? raw.geometry : undefined;
    eachPosition(isObject(geometry) ? geometry.coordinates : undefined, ([x, y]) => this.add(x, y));
  }

  extent(): Extent {
    const { positions, latitudeFirst, chinaSwapped, notDegrees, sumX, sumY } = this;
    const middleX = sumX / positions;
    const middleY = sumY / positions;
    return { positions, latitudeFirst, chinaSwapped, notDegrees, middleX, middleY };
  }

  /** What was counted, for another counter to go on with. */
  counts(): ExtentCounts {
    const { positions, latitudeFirst, chinaSwapped, notDegrees, sumX, sumY } = this;
    return { positions, latitudeFirst, chinaSwapped, notDegrees, sumX, sumY };
  }

  addCounts(more: ExtentCounts): void {
    this.positions += more.positions;
    this.latitudeFirst += more.latitudeFirst;
    this.chinaSwapped += more.chinaSwapped;
    this.notDegrees += more.notDegrees;
    this.sumX += more.sumX;
    this.sumY += more.sumY;
  }
}

/**
 * A number as it goes into a sum: in steps of 2^-16 if it can be degrees, else whole. Sums of some 10^8 of either are
 * exact, so that positions may be counted in any grouping.
 */
function coarse(value: number): number {
  return value <= 180 && value >= -180 ? ((value * 0x10000) | 0) / 0x10000 : Math.trunc(value);
}

/** Looks at every finite position of the raw features. */
export function extentOf(features: readonly unknown[]): Extent {
  const counter = new ExtentCounter();
  for (const feature of features) counter.addFeature(feature);
  return counter.extent();
}

/** Most of a file's positions must agree before it is judged as a whole; a stray feature is refused alone. */
const MOST = 0.9;

/** Degrees by which a box is widened to ask whether a file lies about there: some 50 km. */
const NEAR_DEG = 0.5;

/**
 * Whether a file that should be in lon/lat gives latitude first: its numbers are impossible otherwise, or lie in
 * China exchanged, or come to lie at the districts when exchanged and not as they stand.
 */
export function looksSwapped(extent: Extent, districtsBox: LonLatBox | null): boolean {
  const { positions, middleX, middleY } = extent;
  if (positions === 0) return false;
  if (extent.latitudeFirst >= positions * MOST) return true;
  if (districtsBox) {
    if (near(districtsBox, middleX, middleY)) return false;
    if (near(districtsBox, middleY, middleX)) return true;
  }
  return extent.chinaSwapped >= positions * MOST;
}

/** Eastings of a zone lie within this of its middle: a 6° zone at the equator is 334 km to either side. */
const ZONE_HALF_M = 500_000;

/** Whether coordinates that a `crs` calls planar give the northing first; only a transverse zone can tell. */
export function looksNorthFirst(extent: Extent, epsg: number): boolean {
  const middle = gaussKrugerZone(epsg)?.falseEastingM ?? (epsg > 32_600 ? 500_000 : null);
  if (extent.positions === 0 || middle === null) return false;
  return Math.abs(extent.middleX - middle) > ZONE_HALF_M && Math.abs(extent.middleY - middle) <= ZONE_HALF_M;
}

function near([west, south, east, north]: LonLatBox, x: number, y: number): boolean {
  return x >= west - NEAR_DEG && x <= east + NEAR_DEG && y >= south - NEAR_DEG && y <= north + NEAR_DEG;
}

function inChina([lon, lat]: readonly [number, number]): boolean {
  return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;
}

/**
 * Why the numbers of a file without a `crs` are no degrees, naming the likely system; null if they are degrees.
 * `frame` says about where the project lies, to choose among zones that the numbers do not name.
 */
export function notDegreesFault(extent: Extent, file: string, frame: FrameCentre | null): Message | null {
  if (extent.positions === 0 || extent.notDegrees < extent.positions * MOST) return null;
  const { middleX, middleY } = extent;
  const northFirst = likelyEpsg(middleX, middleY, frame) === null;
  const epsg = northFirst ? likelyEpsg(middleY, middleX, frame) : likelyEpsg(middleX, middleY, frame);
  if (epsg !== null)
    return message(northFirst ? 'projected-north-first' : 'projected-metres', { file, epsg });
  const couldBeGrid = [middleX, middleY].every((value) => value > 1e5 && value < 6.5e6);
  if (couldBeGrid) return message('projected-zone-unknown', { file });
  return message('coordinates-not-degrees', { file, x: middleX, y: middleY });
}

/** The known planar system in which the point lies in China, nearest to the frame where several could be. */
function likelyEpsg(x: number, y: number, frame: FrameCentre | null): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const epsg of candidates(x, frame)) {
    const system = reprojection(epsgCrs(epsg));
    if (!system.ok) continue;
    const position = system.value.toLonLat(x, y);
    if (!inChina(position)) continue;
    const distance = frame ? Math.hypot(position[0] - frame.lon, position[1] - frame.lat) : 0;
    if (distance < least) {
      best = epsg;
      least = distance;
    }
  }
  return best;
}

/** Systems to which an easting could belong, the likeliest first. */
function candidates(eastM: number, frame: FrameCentre | null): number[] {
  const zone = Math.floor(eastM / 1e6);
  const inZone = eastM - zone * 1e6;
  const plainEasting = inZone >= 1.5e5 && inZone <= 8.5e5;
  if (zone === 0) {
    const nearest = frame ? Math.round((frame.lon - 75) / 3) : -1;
    return plainEasting && nearest >= 0 && nearest <= 20 ? [4534 + nearest] : [];
  }
  const list: number[] = [];
  if (plainEasting && zone >= 25 && zone <= 45) list.push(4488 + zone);
  if (plainEasting && zone >= 16 && zone <= 23) list.push(4478 + zone);
  list.push(3857);
  if (plainEasting && zone >= 13 && zone <= 15) list.push(4478 + zone);
  return list;
}
