/** Numbers of a piece in a list: 1 for an arc or 0 for a line; start; end; of an arc the centre. */
export const PIECE_STRIDE = 7;

/**
 * Pieces of an outline, directed, what it bounds on their left: lines from `s` to `e`, and arcs of the list's radius
 * from `s` counter-clockwise around `c` to `e`, by a right angle at most. Made to be filled over and over.
 */
export class OutlinePieces {
  numbers = new Float64Array(64 * PIECE_STRIDE);
  count = 0;

  addLine(sx: number, sy: number, ex: number, ey: number): void {
    this.add(0, sx, sy, ex, ey, 0, 0);
  }

  addArc(cx: number, cy: number, sx: number, sy: number, ex: number, ey: number): void {
    this.add(1, sx, sy, ex, ey, cx, cy);
  }

  /** Adds the stretch of another list's piece that has these ends. */
  addStretch(of: OutlinePieces, piece: number, sx: number, sy: number, ex: number, ey: number): void {
    const at = PIECE_STRIDE * piece;
    this.add(of.numbers[at]!, sx, sy, ex, ey, of.numbers[at + 5]!, of.numbers[at + 6]!);
  }

  /** Writes the box of a piece at a place: `minX, minY, maxX, maxY`, the extremes of an arc included. */
  writeBox(piece: number, radius: number, out: Float64Array, at: number): void {
    const { numbers } = this;
    const from = PIECE_STRIDE * piece;
    const sx = numbers[from + 1]!;
    const sy = numbers[from + 2]!;
    const ex = numbers[from + 3]!;
    const ey = numbers[from + 4]!;
    out[at] = sx < ex ? sx : ex;
    out[at + 1] = sy < ey ? sy : ey;
    out[at + 2] = sx < ex ? ex : sx;
    out[at + 3] = sy < ey ? ey : sy;
    if (numbers[from] === 0) return;
    const cx = numbers[from + 5]!;
    const cy = numbers[from + 6]!;
    if (sx > cx !== ex > cx) {
      if (sy > cy && ey > cy) out[at + 3] = cy + radius;
      else if (sy < cy && ey < cy) out[at + 1] = cy - radius;
    }
    if (sy > cy !== ey > cy) {
      if (sx > cx && ex > cx) out[at + 2] = cx + radius;
      else if (sx < cx && ex < cx) out[at] = cx - radius;
    }
  }

  private add(isArc: number, sx: number, sy: number, ex: number, ey: number, cx: number, cy: number): void {
    const at = PIECE_STRIDE * this.count++;
    if (at === this.numbers.length) {
      const grown = new Float64Array(2 * at);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    const { numbers } = this;
    numbers[at] = isArc;
    numbers[at + 1] = sx;
    numbers[at + 2] = sy;
    numbers[at + 3] = ex;
    numbers[at + 4] = ey;
    numbers[at + 5] = cx;
    numbers[at + 6] = cy;
  }
}
