import type { LonLatBox } from '../../domain/feature';
import { message, type Message } from '../../domain/message';
import type { FrameCentre } from '../../domain/project';
import { err, ok, type Result } from '../../domain/result';
import { epsgCrs, isLonLat } from '../../geo/crs/crs';
import { reprojection, type CrsFault } from '../../geo/crs/reprojection';
import type { Transform } from '../../geo/crs/transform';
import { parseCrsMember } from '../../geo/legacy-crs';
import { looksNorthFirst, looksSwapped, notDegreesFault, type Extent } from './coordinates';
import { isObject, mapPositions, without, type RawPosition } from './raw';

/** How the coordinates of a file become lon/lat. */
export interface Placement {
  /** Null where they are lon/lat as they stand. */
  readonly toLonLat: Transform | null;
  readonly remarks: readonly Message[];
}

export interface PlacementOptions {
  readonly file: string;
  readonly districtsBox: LonLatBox | null;
  readonly frame: FrameCentre | null;
  /** The first two numbers of every position are exchanged, at the user's word. */
  readonly swapAxes: boolean;
}

/**
 * Judges a file's coordinates as a whole: by its legacy `crs` member where it has one, else by their numbers.
 * The error says what is wrong and what they seem to be.
 */
export function placeFile(
  crs: unknown,
  extent: Extent,
  options: PlacementOptions,
): Result<Placement, Message> {
  const { file, swapAxes } = options;
  const { epsg, refusal } = planarCode(crs);
  if (refusal) return err(message(FAULT_CODES[refusal.fault], { file, crs: refusal.crs }));
  const toLonLat = transformFor(crs, swapAxes);
  const swapRemarks = swapAxes ? [message('axes-exchanged')] : [];
  if (epsg !== null) {
    if (!swapAxes && looksNorthFirst(extent, epsg)) return err(message('axes-swapped', { file }));
    return ok({ toLonLat, remarks: [message('reprojected', { epsg }), ...swapRemarks] });
  }
  const fault = notDegreesFault(extent, file, options.frame);
  if (fault) return err(fault);
  if (!swapAxes && looksSwapped(extent, options.districtsBox)) return err(message('axes-swapped', { file }));
  return ok({ toLonLat, remarks: swapRemarks });
}

/** How positions of a file with that `crs` become lon/lat, if they can; null where they are as they stand. */
export function transformFor(crs: unknown, swapAxes: boolean): Transform | null {
  const { epsg } = planarCode(crs);
  if (epsg === null) return swapAxes ? (x, y) => [y, x] : null;
  const system = reprojection(epsgCrs(epsg));
  if (!system.ok) return null;
  const { toLonLat } = system.value;
  return swapAxes ? (x, y) => toLonLat(y, x) : toLonLat;
}

const FAULT_CODES: Readonly<Record<CrsFault, string>> = {
  unknown: 'crs-unknown',
  'needs-parameters': 'crs-needs-parameters',
};

/** The code of a system that is not lon/lat, or why it cannot be used; both null where positions are lon/lat. */
function planarCode(member: unknown): {
  readonly epsg: number | null;
  readonly refusal: { readonly fault: CrsFault; readonly crs: string } | null;
} {
  const crs = parseCrsMember(member);
  if (crs.kind === 'unknown') return { epsg: null, refusal: { fault: 'unknown', crs: crs.name } };
  if (crs.kind === 'none' || isLonLat(epsgCrs(crs.epsg))) return { epsg: null, refusal: null };
  const system = reprojection(epsgCrs(crs.epsg));
  return system.ok
    ? { epsg: crs.epsg, refusal: null }
    : { epsg: null, refusal: { fault: system.error, crs: `EPSG:${crs.epsg}` } };
}

/**
 * A raw feature with its positions in lon/lat, rounded to 1e-9° (0.1 mm); the same object where nothing changes.
 * Where positions move, boxes that were computed from them are dropped.
 */
export function placed(raw: unknown, toLonLat: Transform | null): unknown {
  if (!isObject(raw)) return raw;
  const geometry = raw.geometry;
  if (!isObject(geometry)) return raw;
  const before = geometry.coordinates;
  const coordinates = mapPositions(before, (position) => placedPosition(position, toLonLat));
  if (coordinates === before) return raw;
  if (!toLonLat) return { ...raw, geometry: { ...geometry, coordinates } };
  return { ...without(raw, 'bbox'), geometry: { ...without(geometry, 'bbox'), coordinates } };
}

function placedPosition(position: RawPosition, toLonLat: Transform | null): RawPosition {
  const [x, y, ...rest] = position;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return position;
  const [roundLon, roundLat] = placedDegrees(x, y, toLonLat);
  return roundLon === x && roundLat === y ? position : [roundLon, roundLat, ...rest];
}

/** A finite position in lon/lat, rounded to 1e-9°. */
export function placedDegrees(x: number, y: number, toLonLat: Transform | null): [number, number] {
  const [lon, lat] = toLonLat ? toLonLat(x, y) : [x, y];
  return [roundDegrees(lon), roundDegrees(lat)];
}

function roundDegrees(degrees: number): number {
  const rounded = Math.round(degrees * 1e9) / 1e9;
  return Number.isFinite(rounded) ? rounded : degrees;
}
