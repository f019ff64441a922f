/**
 * Boxes are for finding and passing over, and are kept as four single floats: `minX, minY, maxX, maxY`, each rounded
 * outward, so that a box is a little wider than what is in it (by 8 mm at most 50 km from the frame's centre), and
 * never narrower. What must be exact, such as the middle in which the scale is taken, is measured anew
 * (`extentOfVertices`).
 */

/** More than rounding to a single float can add or take away, as a share. */
const ROUNDING = 2 ** -23;

/** Writes the box with number `index`. */
export function putBox(boxes: Float32Array, index: number, { minX, minY, maxX, maxY }: Extent): void {
  boxes[4 * index] = below(minX);
  boxes[4 * index + 1] = below(minY);
  boxes[4 * index + 2] = -below(-maxX);
  boxes[4 * index + 3] = -below(-maxY);
}

function below(value: number): number {
  return Number.isFinite(value) ? value - Math.abs(value) * ROUNDING : value;
}

/** The least box around some vertices; of none `Infinity, Infinity, -Infinity, -Infinity`. */
export interface Extent {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The box of the vertices `from … to - 1`. */
export function extentOfVertices(xy: Float64Array, from: number, to: number): Extent {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}
