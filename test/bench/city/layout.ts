import { along, hashed, type Point, type Ring } from './plane';

/** Columns and rows of lots in a block, and of blocks in a neighbourhood. */
export const LOTS = { columns: 4, rows: 2 } as const;
const BLOCKS = { columns: 4, rows: 8 } as const;

/** Land per parcel, streets included: a million parcels are 70 × 70 km. */
const PARCEL_LAND_M2 = 4900;
/** Parcels that `parcelsOfBlock` makes of a block, in the mean of many. */
const PARCELS_PER_BLOCK = 7.58;

const BLOCK_M2 = PARCEL_LAND_M2 * PARCELS_PER_BLOCK;
const BLOCK_WIDTH_M = Math.sqrt(2 * BLOCK_M2);
const BLOCK_HEIGHT_M = BLOCK_WIDTH_M / 2;
const STREET_M = { least: 9, most: 22 } as const;

export interface Block {
  /** Corners from the south-west counter-clockwise, half a street inside the crossings. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/**
 * The streets of a city of so many parcels, in metres around its centre: a grid of blocks whose crossings are a little
 * off it, in rows of neighbourhoods.
 */
export class Layout {
  readonly sideM: number;
  readonly #columns: number;
  readonly #seed: number;

  constructor(parcels: number, seed: number) {
    this.#seed = seed;
    this.sideM = Math.sqrt(parcels * PARCEL_LAND_M2);
    this.#columns = Math.max(1, Math.round(this.sideM / BLOCK_WIDTH_M));
  }

  /** Blocks without end, neighbourhood by neighbourhood, as a cadastre is kept; the caller takes what it needs. */
  *blocks(): Generator<Block> {
    for (let south = 0; ; south += BLOCKS.rows) {
      for (let west = 0; west < this.#columns; west += BLOCKS.columns) {
        const east = Math.min(west + BLOCKS.columns, this.#columns);
        for (let row = south; row < south + BLOCKS.rows; row++)
          for (let column = west; column < east; column++) yield this.#block(column, row);
      }
    }
  }

  /** Outline of a part of the city, given as shares of its side; neighbours share their border exactly. */
  outline(west: number, south: number, east: number, north: number): Ring {
    const corners: Ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    const steps = 12;
    return corners.flatMap((corner, n) =>
      Array.from({ length: steps }, (_, step) => {
        const [x, y] = along(corner, corners[(n + 1) % 4]!, step / steps);
        return curved([(x - 0.5) * this.sideM, (y - 0.5) * this.sideM]);
      }),
    );
  }

  #block(column: number, row: number): Block {
    const street = STREET_M.least + (STREET_M.most - STREET_M.least) * hashed(this.#seed + 2, column, row);
    const inset = street / 2;
    const corner = (east: 0 | 1, north: 0 | 1): Point => {
      const [x, y] = this.#crossing(column + east, row + north);
      return [x + (east ? -inset : inset), y + (north ? -inset : inset)];
    };
    return { corners: [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)] };
  }

  #crossing(column: number, row: number): Point {
    const off = (salt: number) => 24 * (hashed(this.#seed + salt, column, row) - 0.5);
    return [column * BLOCK_WIDTH_M - this.sideM / 2 + off(0), row * BLOCK_HEIGHT_M - this.sideM / 2 + off(1)];
  }
}

/** Turns the grid by 8° and bends its streets, so that no edge lies along the axes. */
export function curved([x, y]: Point): Point {
  const bentX = x + 60 * Math.sin(y / 900) + 25 * Math.sin(y / 310);
  const bentY = y + 45 * Math.sin(x / 1100) + 20 * Math.sin(x / 370);
  const [sin, cos] = [Math.sin(0.14), Math.cos(0.14)];
  return [cos * bentX - sin * bentY, sin * bentX + cos * bentY];
}
