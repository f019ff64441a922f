import type { Position } from 'geojson';
import type { FeatureGeometry } from '../../domain/feature';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { Services } from '../shared/services';

export type CoordinateSystem = 'lon-lat' | 'grid';

interface ParseOptions {
  readonly system: CoordinateSystem;
  /** For grid values without zone prefix, in degrees. */
  readonly centralMeridian: number;
  readonly fromGrid: Services['fromGrid'];
}

/** Degrees, minutes and seconds; NFKC writes a double prime as two single ones. */
const DEGREES = /^([+-]?\d+(?:\.\d+)?)[°度](?:(\d+(?:\.\d+)?)[′'分])?(?:(\d+(?:\.\d+)?)(?:′′|''|["秒]))?$/;

/** Where China lies: what tells a longitude from a latitude when they are typed the other way round. */
const CHINA = { west: 73, east: 136, south: 3, north: 54 };
/** Northings in China have seven digits (metres from the equator); eastings six, or eight with the zone before. */
const LEAST_NORTHING_M = 1_000_000;
const LEAST_PREFIXED_EASTING_M = 10_000_000;

function numberOfWord(word: string): number {
  const parts = DEGREES.exec(word);
  if (!parts) return word === '' ? NaN : Number(word);
  const [, degrees = '', minutes = '0', seconds = '0'] = parts;
  const sign = degrees.startsWith('-') ? -1 : 1;
  return sign * (Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600);
}

/** Full-width digits and punctuation of Chinese input methods as the plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[，、；;]/g, ',');
}

function pairOf(line: string): readonly [number, number] | null {
  const words = plain(line)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  // A boundary point's own name before its coordinates, as in survey tables: J1 105.97 31.58.
  const values = (words.length === 3 && Number.isNaN(numberOfWord(words[0]!)) ? words.slice(1) : words).map(
    numberOfWord,
  );
  const [first = NaN, second = NaN] = values;
  return values.length === 2 && Number.isFinite(first) && Number.isFinite(second) ? [first, second] : null;
}

function degreesOf([first, second]: readonly [number, number]): Position | null {
  const swapped =
    first >= CHINA.south && first <= CHINA.north && second >= CHINA.west && second <= CHINA.east;
  const [lon, lat] = swapped ? [second, first] : [first, second];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

function gridDegrees(pair: readonly [number, number], options: ParseOptions): Position | null {
  const isNorthing = (value: number) => value >= LEAST_NORTHING_M && value < LEAST_PREFIXED_EASTING_M;
  const [northM, eastM] = isNorthing(pair[0]) ? pair : [pair[1], pair[0]];
  if (!isNorthing(northM) || isNorthing(eastM) || eastM <= 0) return null;
  const found = options.fromGrid(northM, eastM, options.centralMeridian);
  return found && Number.isFinite(found.lon) && Number.isFinite(found.lat) ? [found.lon, found.lat] : null;
}

/**
 * Positions in degrees from typed lines, one point a line: longitude and latitude (decimal or ° ′ ″), or CGCS2000
 * Gauss-Krüger metres. The two numbers may come in either order where only one order makes sense; a point's name
 * may stand before them; empty lines are skipped. The error names the line.
 */
export function parseCoordinates(text: string, options: ParseOptions): Result<Position[], Message> {
  const positions: Position[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const pair = pairOf(line);
    if (!pair)
      return err(message('coordinates.not-two-numbers', { line: index + 1, text: line.trim().slice(0, 40) }));
    const position = options.system === 'grid' ? gridDegrees(pair, options) : degreesOf(pair);
    if (!position) {
      const code = options.system === 'grid' ? 'coordinates.bad-grid' : 'coordinates.bad-degrees';
      return err(message(code, { line: index + 1 }));
    }
    positions.push(position);
  }
  return positions.length > 0 ? ok(positions) : err(message('coordinates.none'));
}

/** A point of one position, or a polygon around three or more; the first may be repeated at the end. */
export function geometryOf(
  positions: readonly Position[],
  shape: 'point' | 'polygon',
): Result<FeatureGeometry, Message> {
  const [first] = positions;
  if (!first) return err(message('coordinates.none'));
  if (shape === 'point') {
    if (positions.length > 1) return err(message('coordinates.one-point', { n: positions.length }));
    return ok({ type: 'Point', coordinates: first });
  }
  const last = positions.at(-1) ?? first;
  const closed = positions.length > 1 && last[0] === first[0] && last[1] === first[1];
  const corners = closed ? positions.slice(0, -1) : positions;
  if (corners.length < 3) return err(message('coordinates.three-points', { n: corners.length }));
  return ok({ type: 'Polygon', coordinates: [anticlockwise([...corners, first])] });
}

/** RFC 7946 wants outer rings anticlockwise. Twice the signed area by the shoelace formula. */
function anticlockwise(ring: Position[]): Position[] {
  let doubled = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i]!;
    const [x1 = 0, y1 = 0] = ring[i + 1]!;
    doubled += x0 * y1 - x1 * y0;
  }
  return doubled < 0 ? ring.toReversed() : ring;
}
