import type { LandUseClasses } from './land-use-classes';
import type { TileLayer } from './tile-layer';
import { EXTENT, transformInto, type TileTransform } from './tile-transform';

/** Cells along a tile's side: two pixels each. */
export const CELLS = 256;
const UNITS_PER_CELL = EXTENT / CELLS;

/** Land-use classes (`LandUseClasses`) of a tile's cells, row by row from the north-west; 0 where no parcel is. */
export type Raster = Uint8Array;

/** Paints parcels into a raster: a cell has the use of the parcel that covers its middle. */
export class RasterPainter {
  private places = new Float64Array(256);
  /** Where the boundary of a shape crosses the middle of each row of cells. */
  private readonly crossings: number[][] = Array.from({ length: CELLS }, () => []);

  constructor(
    private readonly layer: TileLayer,
    private readonly classes: LandUseClasses,
  ) {}

  paint(raster: Raster, slot: number, transform: TileTransform): void {
    const { shapes, rows } = this.layer;
    const { partEnds, featureEnds, xy } = shapes;
    const firstPart = slot === 0 ? 0 : featureEnds[slot - 1]!;
    const lastPart = featureEnds[slot]!;
    let first = firstPart === 0 ? 0 : partEnds[firstPart - 1]!;
    let top = CELLS;
    let bottom = -1;
    for (let part = firstPart; part < lastPart; part++) {
      const last = partEnds[part]!;
      if (this.places.length < 2 * (last - first)) this.places = new Float64Array(4 * (last - first));
      transformInto(transform, xy, first, last, this.places);
      for (let i = 1; i < last - first; i++) {
        const ax = this.places[2 * i - 2]! / UNITS_PER_CELL;
        const ay = this.places[2 * i - 1]! / UNITS_PER_CELL;
        const bx = this.places[2 * i]! / UNITS_PER_CELL;
        const by = this.places[2 * i + 1]! / UNITS_PER_CELL;
        // Rows whose middle lies in the half-open span of the edge, so that a corner counts once.
        const from = Math.max(0, Math.ceil(Math.min(ay, by) - 0.5));
        const to = Math.min(CELLS, Math.ceil(Math.max(ay, by) - 0.5));
        for (let row = from; row < to; row++) {
          this.crossings[row]!.push(ax + ((row + 0.5 - ay) / (by - ay)) * (bx - ax));
        }
        if (from < to) {
          top = Math.min(top, from);
          bottom = Math.max(bottom, to - 1);
        }
      }
      first = last;
    }
    if (bottom < top) return;
    const number = this.classes.of(rows[slot]!);
    for (let row = top; row <= bottom; row++) this.fillRow(raster, row, number);
  }

  /** Between each two crossings in turn lies the inside, holes and parts alike. */
  private fillRow(raster: Raster, row: number, number: number): void {
    const xs = this.crossings[row]!;
    if (xs.length > 2) xs.sort((a, b) => a - b);
    else if (xs[0]! > xs[1]!) xs.reverse();
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil(xs[i]! - 0.5));
      const to = Math.min(CELLS, Math.ceil(xs[i + 1]! - 0.5));
      if (from < to) raster.fill(number, row * CELLS + from, row * CELLS + to);
    }
    xs.length = 0;
  }
}

/** A cell is shown where at least one in so many of what lies in it is parcels: scattered villages stay to be seen. */
const SHOWN_SHARE = 3;
/** Cells that are looked at along the side of a coarser one. */
const MOST_SAMPLES = 8;

/** Where cells are put in a raster of so many columns. */
interface Patch {
  readonly raster: Uint8Array;
  readonly columns: number;
  readonly left: number;
  readonly top: number;
}

/** Finds the land use that takes most of a square of cells. */
export class DominantUse {
  private readonly counts = new Uint32Array(256);
  private readonly groupCounts = new Uint32Array(256);
  private readonly met: number[] = [];

  constructor(private readonly classes: LandUseClasses) {}

  /** Writes a raster's squares of `side` cells as single cells. */
  coarsen(from: Raster, side: number, { raster, columns, left, top }: Patch): void {
    const step = Math.max(1, side / MOST_SAMPLES);
    for (let row = 0; row < CELLS / side; row++) {
      for (let column = 0; column < CELLS / side; column++) {
        raster[(top + row) * columns + left + column] = this.of(from, row * side, column * side, side, step);
      }
    }
  }

  /** The commonest class of the commonest group. */
  private of(raster: Raster, top: number, left: number, side: number, step: number): number {
    const { counts, groupCounts, met } = this;
    let samples = 0;
    let covered = 0;
    for (let row = top; row < top + side; row += step) {
      for (let column = left; column < left + side; column += step) {
        samples += 1;
        const number = raster[row * CELLS + column]!;
        if (number === 0) continue;
        covered += 1;
        if (counts[number]!++ === 0) met.push(number);
      }
    }
    for (const number of met) groupCounts[this.classes.at(number).group]! += counts[number]!;
    let best = 0;
    let bestGroup = 0;
    for (const number of met) {
      const group = groupCounts[this.classes.at(number).group]!;
      if (group < bestGroup || (group === bestGroup && counts[number]! <= counts[best]!)) continue;
      best = number;
      bestGroup = group;
    }
    for (const number of met) groupCounts[this.classes.at(number).group] = 0;
    for (const number of met) counts[number] = 0;
    met.length = 0;
    return SHOWN_SHARE * covered >= samples ? best : 0;
  }
}
