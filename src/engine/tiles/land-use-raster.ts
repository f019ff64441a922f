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
