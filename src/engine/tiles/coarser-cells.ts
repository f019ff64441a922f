import type { LandUseClasses } from './land-use-classes';
import { CELLS, type Raster } from './land-use-raster';

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

/**
 * Joins squares of cells into one. Each gets the use that prevails in it, but what it leaves out is owed: the rest is
 * carried on from cell to cell (as in error diffusion), so that a use which prevails nowhere still has its share of
 * the map, and a city of mixed blocks does not turn into a plain of housing.
 */
export class CoarserCells {
  private readonly counts = new Uint32Array(256);
  /** Share of a cell that is owed to each group of uses. */
  private readonly owed = new Float64Array(256);
  private readonly met: number[] = [];

  constructor(private readonly classes: LandUseClasses) {}

  /** Writes a raster's squares of `side` cells as single cells. */
  join(from: Raster, side: number, { raster, columns, left, top }: Patch): void {
    this.owed.fill(0);
    const count = CELLS / side;
    const step = Math.max(1, side / MOST_SAMPLES);
    for (let row = 0; row < count; row++) {
      for (let i = 0; i < count; i++) {
        // To and fro, so that what is owed at the end of a row is paid nearby.
        const column = row % 2 === 0 ? i : count - 1 - i;
        raster[(top + row) * columns + left + column] = this.useOf(
          from,
          row * side,
          column * side,
          side,
          step,
        );
      }
    }
  }

  /** The commonest class of the group that is owed most. */
  private useOf(raster: Raster, top: number, left: number, side: number, step: number): number {
    const { classes, counts, met, owed } = this;
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
    for (const number of met) owed[classes.at(number).group]! += counts[number]! / covered;
    let use = 0;
    for (const number of met) {
      const more = use === 0 ? 1 : owed[classes.at(number).group]! - owed[classes.at(use).group]!;
      if (more > 0 || (more === 0 && counts[number]! > counts[use]!)) use = number;
    }
    if (use !== 0) owed[classes.at(use).group]! -= 1;
    for (const number of met) counts[number] = 0;
    met.length = 0;
    return SHOWN_SHARE * covered >= samples ? use : 0;
  }
}
