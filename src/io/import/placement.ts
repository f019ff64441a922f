import type { LonLatBox } from '../../domain/feature';
import { message, type Message } from '../../domain/message';
import type { FrameCentre } from '../../domain/project';
import { err, ok, type Result } from '../../domain/result';
import { isGeographic, reproject, type Transform } from '../../geo/crs';
import { parseCrsMember } from '../../geo/legacy-crs';
import type { RawCollection } from './collection';
import { extentOf, looksNorthFirst, looksSwapped, notDegreesFault } from './coordinates';
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
export function placeFile(collection: RawCollection, options: PlacementOptions): Result<Placement, Message> {
  const { file, swapAxes } = options;
  const crs = parseCrsMember(collection.crs);
  if (crs.kind === 'unknown') return err(message('crs-unknown', { file, crs: crs.name }));
  const extent = extentOf(collection.features);
  const swapRemarks = swapAxes ? [message('axes-exchanged')] : [];
  if (crs.kind === 'epsg' && !isGeographic(crs.epsg)) {
    const system = reproject(crs.epsg);
    if (!system) return err(message('crs-unknown', { file, crs: `EPSG:${crs.epsg}` }));
    if (!swapAxes && looksNorthFirst(extent, crs.epsg)) return err(message('axes-swapped', { file }));
    const toLonLat: Transform = swapAxes ? (x, y) => system.toLonLat(y, x) : system.toLonLat;
    return ok({ toLonLat, remarks: [message('reprojected', { epsg: crs.epsg }), ...swapRemarks] });
  }
  const fault = notDegreesFault(extent, file, options.frame);
  if (fault) return err(fault);
  if (swapAxes) return ok({ toLonLat: (x, y) => [y, x], remarks: swapRemarks });
  if (looksSwapped(extent, options.districtsBox)) return err(message('axes-swapped', { file }));
  return ok({ toLonLat: null, remarks: [] });
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
  const [lon, lat] = toLonLat ? toLonLat(x, y) : [x, y];
  const [roundLon, roundLat] = [roundDegrees(lon), roundDegrees(lat)];
  return roundLon === x && roundLat === y ? position : [roundLon, roundLat, ...rest];
}

function roundDegrees(degrees: number): number {
  const rounded = Math.round(degrees * 1e9) / 1e9;
  return Number.isFinite(rounded) ? rounded : degrees;
}
