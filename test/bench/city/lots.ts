import { curved, LOTS, type Block } from './layout';
import { along, between, type Point, type Ring } from './plane';

/** A block cut into lots: neighbours have the vertices of their common border in common. */
export class Lots {
  readonly #random: () => number;
  readonly #block: Block;
  readonly #nodes: readonly (readonly Point[])[];
  /** Vertices between two nodes, in the direction in which they were first asked for. */
  readonly #edges = new Map<string, readonly Point[]>();

  constructor(block: Block, random: () => number) {
    this.#block = block;
    this.#random = random;
    this.#nodes = Array.from({ length: LOTS.rows + 1 }, (_, row) =>
      Array.from({ length: LOTS.columns + 1 }, (_, column) => this.#node(column, row)),
    );
  }

  /** Outline of lots that hang together without enclosing another: one ring, counter-clockwise. */
  outline(cells: readonly number[]): Ring {
    const sides = new Map<string, { from: string; to: string }>();
    for (const cell of cells) {
      const column = cell % LOTS.columns;
      const row = Math.floor(cell / LOTS.columns);
      const corners = [
        nodeKey(column, row),
        nodeKey(column + 1, row),
        nodeKey(column + 1, row + 1),
        nodeKey(column, row + 1),
      ];
      corners.forEach((from, n) => {
        const to = corners[(n + 1) % 4]!;
        // A side that the neighbour runs the other way is inside.
        if (!sides.delete(`${to} ${from}`)) sides.set(`${from} ${to}`, { from, to });
      });
    }
    const next = new Map(Array.from(sides.values(), ({ from, to }) => [from, to]));
    const first = next.keys().next().value!;
    const ring: Point[] = [];
    let at = first;
    do {
      const to = next.get(at)!;
      ring.push(this.#at(at), ...this.#edge(at, to));
      at = to;
    } while (at !== first);
    return ring.map(curved);
  }

  /** A small plot in the middle of a lot, counter-clockwise. */
  courtyard(cell: number): Ring {
    const column = cell % LOTS.columns;
    const row = Math.floor(cell / LOTS.columns);
    const size = between(0.15, 0.3, this.#random());
    const at = (x: number, y: number) =>
      curved(this.#inBlock((column + 0.5 + x * size) / LOTS.columns, (row + 0.5 + y * size) / LOTS.rows));
    return [at(-0.5, -0.5), at(0.5, -0.6), at(0.6, 0.5), at(0, 0.7), at(-0.5, 0.5)];
  }

  #node(column: number, row: number): Point {
    const inner = (place: number, count: number) =>
      place === 0 || place === count ? place / count : (place + 0.24 * (this.#random() - 0.5)) / count;
    return this.#inBlock(inner(column, LOTS.columns), inner(row, LOTS.rows));
  }

  #inBlock(x: number, y: number): Point {
    const [southWest, southEast, northEast, northWest] = this.#block.corners;
    return along(along(southWest, southEast, x), along(northWest, northEast, x), y);
  }

  #at(key: string): Point {
    const [column, row] = key.split(',').map(Number);
    return this.#nodes[row!]![column!]!;
  }

  #edge(from: string, to: string): readonly Point[] {
    const back = this.#edges.get(`${to} ${from}`);
    if (back) return [...back].reverse();
    const known = this.#edges.get(`${from} ${to}`);
    if (known) return known;
    const made = this.#bend(this.#at(from), this.#at(to));
    this.#edges.set(`${from} ${to}`, made);
    return made;
  }

  /** Surveyed points along a border, two in the mean, up to a metre or so off the straight line. */
  #bend(from: Point, to: Point): readonly Point[] {
    const count = [0, 1, 1, 2, 2, 2, 3, 4][Math.floor(8 * this.#random())]!;
    const straight = this.#random() < 0.3;
    return Array.from({ length: count }, (_, n) => {
      const [x, y] = along(from, to, (n + 0.7 + 0.6 * this.#random()) / (count + 1));
      return straight ? [x, y] : [x + 2.4 * (this.#random() - 0.5), y + 2.4 * (this.#random() - 0.5)];
    });
  }
}

function nodeKey(column: number, row: number): string {
  return `${column},${row}`;
}
