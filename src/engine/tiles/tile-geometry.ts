import { GEOMETRY_CODES } from '../../domain/feature-table';
import type { ShapeTable } from '../../geo/shape-table';
import type { Box } from '../box-index';
import { ByteWriter, zigzag } from './byte-writer';
import { clipLine, clipRing, createRun, setRun } from './clip';
import { transformed, type TileTransform } from './tile-transform';

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 15;

/** Kinds of geometry as vector tiles number them, by code: 1 points, 2 lines, 3 polygons. */
export const TILE_TYPES = GEOMETRY_CODES.map((type) =>
  type.endsWith('Point') ? 1 : type.endsWith('LineString') ? 2 : 3,
);

/** Makes units positive before they are cut to whole numbers: what is cut after adding a half is rounded. */
const LIFT = 1 << 20;
const ROUNDED = LIFT + 0.5;

/**
 * Writes shapes as the command words of Mapbox Vector Tiles 2 (4.3): zigzag differences on whole units, vertices that
 * fall on the unit before them dropped, rings and lines that vanish dropped. `ShapeTable` winds outer rings
 * counter-clockwise with y up; a tile wants them clockwise on the screen, so rings are written backwards.
 */
export class GeometryWriter {
  private readonly source = createRun();
  private readonly spare = createRun();
  private readonly ends: number[] = [];
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
    const { bytes } = out;
    const { middleX, middleY, u, v } = transform;
    const u0 = u[0]!;
    const u1 = u[1]!;
    const u2 = u[2]!;
    const u3 = u[3]!;
    const u4 = u[4]!;
    const u5 = u[5]!;
    const u6 = u[6]!;
    const u7 = u[7]!;
    const u8 = u[8]!;
    const u9 = u[9]!;
    const v0 = v[0]!;
    const v1 = v[1]!;
    const v2 = v[2]!;
    const v3 = v[3]!;
    const v4 = v[4]!;
    const v5 = v[5]!;
    const v6 = v[6]!;
    const v7 = v[7]!;
    const v8 = v[8]!;
    const v9 = v[9]!;
    const headSize = most <= 16 ? 1 : 5;
    const ring = step < 0;

    let at = out.length;
    let head = at;
    let kept = 0;
    let sum = 0;
    let penX = this.penX;
    let penY = this.penY;
    let startX = 0;
    let startY = 0;
    let lastAt = at;
    let lastDx = 0;
    let lastDy = 0;
    let from = 2 * (ring ? last - 1 : first);
    for (let left = most; left > 0; left--, from += 2 * step) {
      const x = xy[from]! - middleX;
      const y = xy[from + 1]! - middleY;
      const unitX =
        ((u0 +
          y * (u1 + y * (u2 + y * u3)) +
          x * (u4 + y * (u5 + y * u6) + x * (u7 + y * u8 + x * u9)) +
          ROUNDED) |
          0) -
        LIFT;
      const unitY =
        ((v0 +
          y * (v1 + y * (v2 + y * v3)) +
          x * (v4 + y * (v5 + y * v6) + x * (v7 + y * v8 + x * v9)) +
          ROUNDED) |
          0) -
        LIFT;
      const dx = unitX - penX;
      const dy = unitY - penY;
      if (kept === 0) {
        bytes[at++] = MOVE_TO | (1 << 3);
        startX = unitX;
        startY = unitY;
      } else {
        if (dx === 0 && dy === 0) continue;
        sum += (penX - startX) * dy - (penY - startY) * dx;
        lastAt = at;
        lastDx = dx;
        lastDy = dy;
      }
      penX = unitX;
      penY = unitY;
      let word = (dx << 1) ^ (dx >> 31);
      let next = (dy << 1) ^ (dy >> 31);
      // Most edges are short.
      if ((word | next) > 0x7f) {
        for (; word > 0x7f; word >>>= 7) bytes[at++] = (word & 0x7f) | 0x80;
        bytes[at++] = word;
        for (; next > 0x7f; next >>>= 7) bytes[at++] = (next & 0x7f) | 0x80;
        bytes[at++] = next;
      } else {
        bytes[at] = word;
        bytes[at + 1] = next;
        at += 2;
      }
      if (kept === 0) {
        head = at;
        at += headSize;
      }
      kept += 1;
    }
    if (ring && kept > 1 && penX === startX && penY === startY) {
      at = lastAt;
      penX -= lastDx;
      penY -= lastDy;
      kept -= 1;
    }
    this.vertices = kept;
    this.doubleArea = sum;
    this.penX = penX;
    this.penY = penY;
    out.length = at;
    if (kept > 1) out.fill(head, headSize, LINE_TO | ((kept - 1) << 3));
  }
}
