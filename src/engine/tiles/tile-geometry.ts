import { GEOMETRY_CODES } from '../../domain/feature-table';
import type { ShapeTable } from '../../geo/shape-table';
import type { Box } from '../box-index';
import { ByteWriter, zigzag } from './byte-writer';
import { clipLine, clipRing, createRun, setRun } from './clip';
import { transformed, wholeUnits, type TileTransform } from './tile-transform';

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 15;

/** Kinds of geometry as vector tiles number them, by code: 1 points, 2 lines, 3 polygons. */
export const TILE_TYPES = GEOMETRY_CODES.map((type) =>
  type.endsWith('Point') ? 1 : type.endsWith('LineString') ? 2 : 3,
);

/**
 * Writes shapes as the command words of Mapbox Vector Tiles 2 (4.3): zigzag differences on whole units, vertices that
 * fall on the unit before them dropped, rings and lines that vanish dropped. `ShapeTable` winds outer rings
 * counter-clockwise with y up; a tile wants them clockwise on the screen, so rings are written backwards.
 */
export class GeometryWriter {
  private readonly source = createRun();
  private readonly spare = createRun();
  private readonly ends: number[] = [];
  /** Vertices of a path on whole units, `x, y` in pairs from the start. */
  private units = new Int32Array(256);
  /** Where the pen stands, in units. */
  private penX = 0;
  private penY = 0;
  /** Of the path written last: its distinct vertices, and twice its area with y down (the surveyor's formula). */
  private vertices = 0;
  private doubleArea = 0;

  constructor(private readonly out: ByteWriter) {}

  /** Adds the commands of one shape, cut to `clip` (metres) unless that is null; false where nothing of it is left. */
  write(shapes: ShapeTable, slot: number, transform: TileTransform, clip: Box | null): boolean {
    const { partEnds, holes } = shapes;
    const type = TILE_TYPES[shapes.types[slot]!];
    const { length } = this.out;
    this.penX = 0;
    this.penY = 0;
    const firstPart = slot === 0 ? 0 : shapes.featureEnds[slot - 1]!;
    const lastPart = shapes.featureEnds[slot]!;
    let first = firstPart === 0 ? 0 : partEnds[firstPart - 1]!;
    if (type === 1) {
      const last = lastPart === 0 ? 0 : partEnds[lastPart - 1]!;
      this.points(shapes.xy, first, last, transform, clip);
      return this.out.length > length;
    }
    let outerKept = false;
    for (let part = firstPart; part < lastPart; part++) {
      const last = partEnds[part]!;
      if (type === 2) {
        this.line(shapes.xy, first, last, transform, clip);
      } else if (holes[part] === 0) {
        outerKept = this.ring(shapes.xy, first, last, transform, clip, 1);
      } else if (outerKept) {
        this.ring(shapes.xy, first, last, transform, clip, -1);
      }
      first = last;
    }
    return this.out.length > length;
  }

  private points(
    xy: Float64Array,
    first: number,
    last: number,
    transform: TileTransform,
    clip: Box | null,
  ): void {
    let inside = 0;
    const { source } = this;
    setRun(source, xy, first, last);
    for (let i = 0; i < source.count; i++) {
      const x = source.xy[2 * i]!;
      const y = source.xy[2 * i + 1]!;
      if (clip && (x < clip.minX || x > clip.maxX || y < clip.minY || y > clip.maxY)) continue;
      source.xy[2 * inside] = x;
      source.xy[2 * inside + 1] = y;
      inside += 1;
    }
    if (inside === 0) return;
    this.out.varint(MOVE_TO | (inside << 3));
    for (let i = 0; i < inside; i++) {
      const [u, v] = transformed(transform, source.xy[2 * i]!, source.xy[2 * i + 1]!);
      const x = Math.floor(u + 0.5);
      const y = Math.floor(v + 0.5);
      this.out.varint(zigzag(x - this.penX));
      this.out.varint(zigzag(y - this.penY));
      this.penX = x;
      this.penY = y;
    }
  }

  private line(
    xy: Float64Array,
    first: number,
    last: number,
    transform: TileTransform,
    clip: Box | null,
  ): void {
    const { source, spare, ends } = this;
    ends.length = 0;
    let run = xy;
    let start = first;
    if (clip) {
      setRun(source, xy, first, last);
      clipLine(source, spare, ends, clip);
      run = spare.xy;
      start = 0;
    } else {
      ends.push(last);
    }
    for (const end of ends) {
      const { penX, penY } = this;
      const { length } = this.out;
      this.path(run, start, end, 1, transform);
      if (this.vertices < 2) this.takeBack(length, penX, penY);
      start = end;
    }
  }

  /** `side`: 1 for an outer ring, -1 for a hole; a ring that rounding turned inside out has vanished. */
  private ring(
    xy: Float64Array,
    first: number,
    last: number,
    transform: TileTransform,
    clip: Box | null,
    side: 1 | -1,
  ): boolean {
    const { penX, penY, source, spare } = this;
    const { length } = this.out;
    // A closed ring's last vertex is its first.
    if (clip) {
      setRun(source, xy, first, last - 1);
      clipRing(source, spare, clip);
      this.path(source.xy, 0, source.count, -1, transform);
    } else {
      this.path(xy, first, last - 1, -1, transform);
    }
    if (side * this.doubleArea > 0) {
      this.out.varint(CLOSE_PATH);
      return true;
    }
    this.takeBack(length, penX, penY);
    return false;
  }

  private takeBack(length: number, penX: number, penY: number): void {
    this.out.length = length;
    this.penX = penX;
    this.penY = penY;
  }

  /**
   * Moves the pen to the first of the vertices `first … last - 1` and draws through the others; for `step` -1 from the
   * last to the first of them, as a ring: then no vertex repeats the first at its end.
   */
  private path(xy: Float64Array, first: number, last: number, step: 1 | -1, transform: TileTransform): void {
    this.vertices = 0;
    this.doubleArea = 0;
    const most = last - first;
    if (most <= 0) return;
    const { out } = this;
    out.reserve(6 * most + 12);
    if (this.units.length < 2 * most) this.units = new Int32Array(4 * most);
    const { bytes } = out;
    const { units } = this;
    const ring = step < 0;
    wholeUnits(transform, xy, first, last, step, units);
    const headSize = most <= 16 ? 1 : most <= 2048 ? 2 : 5;
    const startX = units[0]!;
    const startY = units[1]!;
    let at = out.length;
    bytes[at++] = MOVE_TO | (1 << 3);
    out.length = at;
    out.put(zigzag(startX - this.penX));
    out.put(zigzag(startY - this.penY));
    const head = out.length;
    at = head + headSize;
    let kept = 1;
    let doubleArea = 0;
    let penX = startX;
    let penY = startY;
    let lastAt = at;
    let lastDx = 0;
    let lastDy = 0;
    for (let i = 1; i < most; i++) {
      const unitX = units[2 * i]!;
      const unitY = units[2 * i + 1]!;
      const dx = unitX - penX;
      const dy = unitY - penY;
      if ((dx | dy) === 0) continue;
      // Whole numbers of 32 bits may overflow on the way: their sum is right where it fits, and it fits by far.
      doubleArea += Math.imul(penX - startX, dy) - Math.imul(penY - startY, dx);
      doubleArea |= 0;
      lastAt = at;
      lastDx = dx;
      lastDy = dy;
      penX = unitX;
      penY = unitY;
      kept += 1;
      let word = (dx << 1) ^ (dx >> 31);
      let next = (dy << 1) ^ (dy >> 31);
      // Most edges take one or two bytes a side, and which of them cannot be foreseen: a branch would cost more.
      if ((word | next) > 0x3fff) {
        for (; word > 0x7f; word >>>= 7) bytes[at++] = (word & 0x7f) | 0x80;
        bytes[at++] = word;
        for (; next > 0x7f; next >>>= 7) bytes[at++] = (next & 0x7f) | 0x80;
        bytes[at++] = next;
      } else {
        const more = (0x7f - word) >>> 31;
        bytes[at] = (word & 0x7f) | (more << 7);
        bytes[at + 1] = word >>> 7;
        at += 1 + more;
        const still = (0x7f - next) >>> 31;
        bytes[at] = (next & 0x7f) | (still << 7);
        bytes[at + 1] = next >>> 7;
        at += 1 + still;
      }
    }
    if (ring && kept > 1 && penX === startX && penY === startY) {
      at = lastAt;
      penX -= lastDx;
      penY -= lastDy;
      kept -= 1;
    }
    this.vertices = kept;
    this.doubleArea = doubleArea;
    this.penX = penX;
    this.penY = penY;
    out.length = at;
    if (kept > 1) out.fill(head, headSize, LINE_TO | ((kept - 1) << 3));
  }
}
