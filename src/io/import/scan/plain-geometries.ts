import type { RepairMeasure } from '../../../domain/import-report';
import type { LayerName } from '../../../domain/layer';
import { GEOMETRY_CODES } from '../../../domain/feature-table';
import { DIMENSION_OF, LAYER_GEOMETRY } from '../../../domain/layer';
import type { Transform } from '../../../geo/crs/transform';
import { inRange, isPlainLine, plainWinding, reverseRing, RingLook } from '../../../geo/plain-geometry';
import type { ExtentCounter } from '../coordinates';
import { placedDegrees } from '../placement';
import type { RepairScale } from '../repair-scale';
import type { DecimalReader } from './decimal';
import type { GeometryBuilder } from './geometry-builder';
import { BYTE, skipSpace, spelt, standsAt } from './json-bytes';

const TYPE = spelt('"type"');
const COORDINATES = spelt('"coordinates"');
const TYPE_NAMES = GEOMETRY_CODES.map((type) => spelt(JSON.stringify(type)));
/** How deep the positions of each type are nested. */
const DEPTHS = [1, 2, 2, 3, 3, 4];
const [MULTI_POINT, POLYGON] = [GEOMETRY_CODES.indexOf('MultiPoint'), GEOMETRY_CODES.indexOf('Polygon')];

/** What the geometry in hand is: not plain, plain, or plain but for rings that ran the wrong way and were turned. */
export type Look = 'doubtful' | 'plain' | 'turned';

/** Reads the geometry of a feature straight into the columns, past their ends, and looks whether it is plain. */
export class PlainGeometries {
  /** Of the geometry in hand. */
  type = -1;
  parts = 0;
  west = 0;
  south = 0;
  east = 0;
  north = 0;
  private vertices = 0;
  private readonly rings = new RingLook();
  private readonly fits: readonly boolean[];

  constructor(
    layer: LayerName,
    private readonly columns: GeometryBuilder,
    private readonly decimal: DecimalReader,
    private readonly toLonLat: Transform | null,
  ) {
    this.fits = GEOMETRY_CODES.map((type) => LAYER_GEOMETRY[layer].includes(DIMENSION_OF[type]));
  }

  /** Just after the object that begins at `at`; -1 where it is not plain, or not of a type that the layer takes. */
  read(bytes: Uint8Array, at: number): number {
    this.type = -1;
    let depth = 0;
    do {
      at = skipSpace(bytes, at + 1);
      const isType = standsAt(bytes, at, TYPE);
      if (!isType && !standsAt(bytes, at, COORDINATES)) return -1;
      at = skipSpace(bytes, at + (isType ? TYPE : COORDINATES).length);
      if (bytes[at] !== BYTE.colon) return -1;
      at = skipSpace(bytes, at + 1);
      if (isType) {
        if (this.type >= 0) return -1;
        this.type = TYPE_NAMES.findIndex((name) => standsAt(bytes, at, name));
        if (this.type < 0) return -1;
        at += TYPE_NAMES[this.type]!.length;
      } else {
        if (depth > 0) return -1;
        depth = depthAt(bytes, at);
        at = this.readCoordinates(bytes, at, depth);
        if (at < 0) return -1;
      }
      at = skipSpace(bytes, at);
    } while (bytes[at] === BYTE.comma);
    if (bytes[at] !== BYTE.closeObject || this.type < 0) return -1;
    return depth === DEPTHS[this.type] && this.fits[this.type] ? at + 1 : -1;
  }

  /** Counts the positions of the geometry in hand as they stand in the file. */
  count(extent: ExtentCounter): void {
    extent.addAll(this.columns.xy, this.columns.vertices, this.vertices);
  }

  /** Brings the geometry in hand into lon/lat, turns rings that run the wrong way, and looks at the outcome. */
  look(): Look {
    const { columns, vertices, type } = this;
    const { xy, vertices: first } = columns;
    if (this.toLonLat || this.decimal.isFine) placeAll(xy, first, vertices, this.toLonLat);
    if (!inRange(xy, first, vertices)) return 'doubtful';
    this.measureBox(xy, first);
    if (type === MULTI_POINT) this.splitPoints(first);
    if (type < 2) return 'plain';
    return type < POLYGON ? this.lookAtLines() : this.lookAtRings();
  }

  /** What it means that rings of the geometry in hand were turned. */
  measureTurned(scale: RepairScale): RepairMeasure {
    const { xy, partEnds, vertices, parts } = this.columns;
    const ends = partEnds.slice(parts, this.parts).map((end) => end - vertices);
    return scale.measureTurned(xy.subarray(2 * vertices, 2 * this.vertices), ends);
  }

  /** Takes the geometry in hand as the next feature's. */
  commit(): void {
    this.columns.commit(this.type, this.parts);
  }

  private readCoordinates(bytes: Uint8Array, at: number, depth: number): number {
    this.decimal.isFine = false;
    this.parts = this.columns.parts;
    this.vertices = this.columns.vertices;
    if (depth === 1) {
      at = this.readPositions(bytes, at, true);
      return at < 0 ? -1 : this.endPart(at, false);
    }
    if (depth === 2) {
      at = this.readPositions(bytes, at + 1, false);
      return at < 0 ? -1 : this.endPart(at, false);
    }
    if (depth === 3) return this.readParts(bytes, at);
    if (depth !== 4) return -1;
    do {
      at = skipSpace(bytes, at + 1);
      if (bytes[at] !== BYTE.openArray) return -1;
      at = this.readParts(bytes, at);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
    } while (bytes[at] === BYTE.comma);
    return bytes[at] === BYTE.closeArray ? at + 1 : -1;
  }

  /** A list of lists of positions; all but the first are holes, if they are rings. */
  private readParts(bytes: Uint8Array, at: number): number {
    let isHole = false;
    do {
      at = skipSpace(bytes, at + 1);
      if (bytes[at] !== BYTE.openArray) return -1;
      at = this.readPositions(bytes, at + 1, false);
      if (at < 0) return -1;
      this.endPart(at, isHole);
      isHole = true;
      at = skipSpace(bytes, at);
    } while (bytes[at] === BYTE.comma);
    return bytes[at] === BYTE.closeArray ? at + 1 : -1;
  }

  private endPart(at: number, isHole: boolean): number {
    this.columns.setPart(this.parts++, this.vertices, isHole);
    return at;
  }

  /** Positions up to the end of their list, or a lone one; just after it, -1 where one is not two numbers. */
  private readPositions(bytes: Uint8Array, at: number, isAlone: boolean): number {
    const { decimal, columns } = this;
    let { xy } = columns;
    let vertex = this.vertices;
    for (;;) {
      if (bytes[at]! <= 0x20) at = skipSpace(bytes, at);
      if (bytes[at] !== BYTE.openArray) return -1;
      at++;
      if (bytes[at]! <= 0x20) at = skipSpace(bytes, at);
      if (2 * vertex + 2 > xy.length) xy = columns.growVertices(vertex);
      at = decimal.readInto(bytes, at, xy, 2 * vertex);
      if (at < 0) return -1;
      if (bytes[at]! <= 0x20) at = skipSpace(bytes, at);
      if (bytes[at] !== BYTE.comma) return -1;
      at++;
      if (bytes[at]! <= 0x20) at = skipSpace(bytes, at);
      at = decimal.readInto(bytes, at, xy, 2 * vertex + 1);
      if (at < 0) return -1;
      if (bytes[at]! <= 0x20) at = skipSpace(bytes, at);
      if (bytes[at] !== BYTE.closeArray) return -1;
      at++;
      const x = xy[2 * vertex]!;
      const y = xy[2 * vertex + 1]!;
      // -0 is left to the slow way too: comparisons do not tell it from 0.
      if (!(x - x === 0 && y - y === 0) || isMinusZero(x) || isMinusZero(y)) return -1;
      vertex++;
      this.vertices = vertex;
      if (isAlone) return at;
      if (bytes[at]! <= 0x20) at = skipSpace(bytes, at);
      if (bytes[at] === BYTE.closeArray) return at + 1;
      if (bytes[at] !== BYTE.comma) return -1;
      at++;
    }
  }

  private measureBox(xy: Float64Array, first: number): void {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 2 * first; i < 2 * this.vertices; i += 2) {
      const x = xy[i]!;
      const y = xy[i + 1]!;
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
  }

  /** Each point is a part of its own. */
  private splitPoints(first: number): void {
    this.parts = this.columns.parts;
    for (let v = first; v < this.vertices; v++) this.columns.setPart(this.parts++, v + 1, false);
  }

  private lookAtLines(): Look {
    const { columns } = this;
    let start = columns.vertices;
    for (let part = columns.parts; part < this.parts; part++) {
      const end = columns.partEnds[part]!;
      if (!isPlainLine(columns.xy, start, end)) return 'doubtful';
      columns.holes[part] = 0;
      start = end;
    }
    return 'plain';
  }

  private lookAtRings(): Look {
    const { xy, partEnds, holes, parts: firstPart, vertices } = this.columns;
    let start = vertices;
    let look: Look = 'plain';
    for (let part = firstPart; part < this.parts; part++) {
      const end = partEnds[part]!;
      const winding = plainWinding(xy, start, end);
      if (winding === 0) return 'doubtful';
      if (winding > 0 === (holes[part] === 1)) {
        reverseRing(xy, start, end);
        look = 'turned';
      }
      start = end;
    }
    return this.rings.areApart(xy, partEnds, holes, firstPart, this.parts) ? look : 'doubtful';
  }
}

/** How many arrays are opened at `at`, one in the other. */
function depthAt(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (; bytes[at] === BYTE.openArray; at = skipSpace(bytes, at + 1)) depth++;
  return depth;
}

function isMinusZero(value: number): boolean {
  return value === 0 && 1 / value < 0;
}

function placeAll(xy: Float64Array, from: number, to: number, toLonLat: Transform | null): void {
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const [lon, lat] = placedDegrees(xy[i]!, xy[i + 1]!, toLonLat);
    xy[i] = lon;
    xy[i + 1] = lat;
  }
}
