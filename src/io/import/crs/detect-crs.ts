import type { LonLatBox } from '../../../domain/feature';
import { message, type Message } from '../../../domain/message';
import type { FrameCentre } from '../../../domain/project';
import { crsLabel, epsgCrs, isInDegrees, LON_LAT, type Crs } from '../../../geo/crs/crs';
import { crsOfDefinition } from '../../../geo/crs/definition';
import { reprojection } from '../../../geo/crs/reprojection';
import type { Extent } from '../coordinates';
import type { CrsHint } from '../formats/source-layer';
import { systemsByNumbers } from './systems-by-numbers';

/** A system that a layer may be in, and why. */
export interface CrsCandidate {
  readonly crs: Crs;
  /** The first of two numbers is north or latitude: they are to be exchanged. */
  readonly swapAxes: boolean;
  readonly reason: Message;
  /** From the layer's middle, so placed, to the districts' box; 0 inside it; null where no districts are known. */
  readonly distanceKm: number | null;
}

export interface CrsDetection {
  /** The likeliest first; none where nothing fits. */
  readonly candidates: readonly CrsCandidate[];
  /** Whether the file says so itself, and its numbers do not speak against it: nobody need be asked. */
  readonly isStated: boolean;
  /** What the file says that could not be used or is contradicted by its numbers. */
  readonly notes: readonly Message[];
  /** Where the city is, by which they were judged. */
  readonly districtsBox: LonLatBox | null;
}

export interface CrsEvidence {
  readonly hint: CrsHint;
  /** The layer's numbers as they stand, x first. */
  readonly extent: Extent;
  readonly districtsBox: LonLatBox | null;
  /** About where the project lies, to choose among zones that the numbers do not name. */
  readonly frame: FrameCentre | null;
}

/** Beyond this a layer is not thought to belong to the city. */
export const NEAR_KM = 60;

/** Concludes what system a layer is in, from what its file says, what its numbers look like and where the city is. */
export function detectCrs({ hint, extent, districtsBox, frame }: CrsEvidence): CrsDetection {
  const { middleX: x, middleY: y } = extent;
  const place = (crs: Crs, swapAxes: boolean, reason: Message): CrsCandidate | null => {
    const at = placeOf(crs, swapAxes ? y : x, swapAxes ? x : y);
    return at && { crs, swapAxes, reason, distanceKm: districtsBox && kilometresTo(districtsBox, at) };
  };
  const byNumbers = systemsByNumbers(extent, frame ?? middleOf(districtsBox)).flatMap(
    ({ crs, swapAxes, reason }) => place(crs, swapAxes, reason) ?? [],
  );
  const nearest = Math.min(...byNumbers.map(farness));
  // What differs by an offset or a datum lies as far away as the other: the likelier stays first.
  const rank = (candidate: CrsCandidate) => Math.round((farness(candidate) - nearest) / NEAR_KM);
  byNumbers.sort((a, b) => rank(a) - rank(b));
  const stated = crsOfHint(hint);
  if (hint.kind === 'none') {
    const candidates = byNumbers.length > 0 ? byNumbers : elsewhere(extent);
    return { candidates, isStated: false, notes: [], districtsBox };
  }
  if (!stated) {
    const notes = [message('crs-hint-unknown', { crs: hint.text.slice(0, 80) })];
    return { candidates: byNumbers, isStated: false, notes, districtsBox };
  }
  const reason = message('crs-from-file', { crs: crsLabel(stated) });
  const asStands = place(stated, false, reason);
  const swapped = place(stated, true, reason);
  const fitting = [asStands, swapped].find((candidate) => candidate && fits(candidate));
  if (fitting) {
    const others = byNumbers.filter(({ crs }) => crsLabel(crs) !== crsLabel(stated));
    return { candidates: [fitting, ...others], isStated: !fitting.swapAxes, notes: [], districtsBox };
  }
  const likely = byNumbers.filter(fits);
  const doubtful = asStands ?? swapped ?? { crs: stated, swapAxes: false, reason, distanceKm: null };
  return {
    candidates: [...likely, doubtful, ...byNumbers.filter((one) => !fits(one))],
    isStated: false,
    notes: [message('crs-hint-contradicted', { crs: crsLabel(stated) })],
    districtsBox,
  };
}

/** Degrees that are not in China, which says nothing against them where no districts are known. */
function elsewhere(extent: Extent): CrsCandidate[] {
  const areDegrees = extent.positions > 0 && extent.notDegrees === 0 && extent.latitudeFirst === 0;
  const reason = message('crs-from-degrees');
  return areDegrees ? [{ crs: LON_LAT, swapAxes: false, reason, distanceKm: null }] : [];
}

/**
 * Whether a layer in a known system must have its axes exchanged to lie in China, or at the city where that is known,
 * and does not as it stands.
 */
export function isNorthFirst(
  crs: Crs,
  { middleX: x, middleY: y }: Extent,
  districtsBox: LonLatBox | null,
): boolean {
  const [asStands, swapped] = [placeOf(crs, x, y), placeOf(crs, y, x)];
  if (!asStands || !swapped || !districtsBox) return !asStands && swapped !== null;
  const km = kilometresTo(districtsBox, asStands);
  return km > NEAR_KM && kilometresTo(districtsBox, swapped) < km;
}

/** Whether a candidate lies at the city; where that is not known, in China. */
function fits({ distanceKm }: CrsCandidate): boolean {
  return distanceKm === null || distanceKm <= NEAR_KM;
}

/** Candidates in the city are alike: their order is that of likelihood. */
function farness({ distanceKm }: CrsCandidate): number {
  return distanceKm === null || distanceKm <= NEAR_KM ? 0 : distanceKm;
}

function crsOfHint(hint: CrsHint): Crs | null {
  switch (hint.kind) {
    case 'none':
      return null;
    case 'epsg':
      return /^\d+$/.test(hint.text) ? epsgCrs(Number(hint.text)) : null;
    case 'wkt':
    case 'proj4':
      return crsOfDefinition(hint.text);
  }
}

/** Where a point lies, in degrees; null if it would not be in China, or the system is not known. */
function placeOf(crs: Crs, x: number, y: number): readonly [number, number] | null {
  if (isInDegrees(crs) && (Math.abs(x) > 180 || Math.abs(y) > 90)) return null;
  // A datum moves by a hundred metres or so: for this question that is nothing.
  const system = reprojection(crs, 'unshifted');
  if (!system.ok) return null;
  const [lon, lat] = system.value.toLonLat(x, y);
  return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54 ? [lon, lat] : null;
}

function middleOf(box: LonLatBox | null): FrameCentre | null {
  return box && { lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2 };
}

const KM_PER_DEGREE = 111;

/** From a point to a box, roughly; 0 inside it. */
export function kilometresTo(
  [west, south, east, north]: LonLatBox,
  [lon, lat]: readonly [number, number],
): number {
  const dLon = Math.max(west - lon, 0, lon - east) * Math.cos((lat * Math.PI) / 180);
  const dLat = Math.max(south - lat, 0, lat - north);
  return Math.hypot(dLon, dLat) * KM_PER_DEGREE;
}
