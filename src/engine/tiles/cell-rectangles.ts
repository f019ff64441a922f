import { ByteWriter, zigzag } from './byte-writer';

/** Rectangles of one land use: `left, top, right, bottom` of each, in cells, right and bottom outside. */
export type Rectangles = number[];

/**
 * Covers the cells of a square raster by rectangles of one number each, by number: runs of a row, joined with the run
 * above where that is as long. Cells of number 0 are left out.
 */
export function rectanglesOf(raster: Uint8Array, side: number): Map<number, Rectangles> {
  const found = new Map<number, Rectangles>();
  // By the column in which they begin, the rectangles that may still grow.
  const numbers = new Uint8Array(side);
  const rights = new Uint16Array(side);
  const tops = new Uint16Array(side);
  const bottoms = new Uint16Array(side);
  const close = (left: number) => {
    const number = numbers[left]!;
    if (number === 0) return;
    const list = found.get(number) ?? [];
    found.set(number, list);
    list.push(left, tops[left]!, rights[left]!, bottoms[left]!);
  };
  for (let row = 0; row < side; row++) {
    for (let left = 0; left < side;) {
      const number = raster[row * side + left]!;
      let right = left + 1;
      while (right < side && raster[row * side + right] === number) right += 1;
      const grows = numbers[left] === number && rights[left] === right && bottoms[left] === row;
      if (number !== 0 && !grows) {
        close(left);
        numbers[left] = number;
        rights[left] = right;
        tops[left] = row;
      }
      if (number !== 0) bottoms[left] = row + 1;
      left = right;
    }
  }
  for (let left = 0; left < side; left++) close(left);
  return found;
}

const MOVE_TO_ONE = (1 << 3) | 1;
const LINE_TO_THREE = (3 << 3) | 2;
const CLOSE_PATH = 15;

/**
 * Rectangles as the command words of a polygon feature whose unit is the cell; those at the tile's edge reach a cell
 * over it, so that no seam shows between tiles.
 */
export function rectangleCommands(rectangles: Rectangles, side: number): ByteWriter {
  const out = new ByteWriter();
  let penX = 0;
  let penY = 0;
  for (let i = 0; i < rectangles.length; i += 4) {
    const left = rectangles[i] === 0 ? -1 : rectangles[i]!;
    const top = rectangles[i + 1] === 0 ? -1 : rectangles[i + 1]!;
    const right = rectangles[i + 2] === side ? side + 1 : rectangles[i + 2]!;
    const bottom = rectangles[i + 3] === side ? side + 1 : rectangles[i + 3]!;
    out.reserve(60);
    out.put(MOVE_TO_ONE);
    out.put(zigzag(left - penX));
    out.put(zigzag(top - penY));
    out.put(LINE_TO_THREE);
    out.put(zigzag(right - left));
    out.put(0);
    out.put(0);
    out.put(zigzag(bottom - top));
    out.put(zigzag(left - right));
    out.put(0);
    out.put(CLOSE_PATH);
    penX = left;
    penY = bottom;
  }
  return out;
}
