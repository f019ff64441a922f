/** Vertices (x0, y0, …; metres) by the square cell that they lie in. */
export class VertexCells {
  private readonly mask: number;
  /** Cells share buckets: `items` of bucket b are `starts[b] … starts[b + 1] - 1`. */
  private readonly starts: Uint32Array;
  private readonly items: Uint32Array;

  constructor(
    private readonly xy: Float64Array,
    private readonly size: number,
  ) {
    const count = xy.length / 2;
    this.mask = 2 ** Math.ceil(Math.log2(count + 1)) - 1;
    this.starts = new Uint32Array(this.mask + 2);
    this.items = new Uint32Array(count);
    const buckets = new Uint32Array(count);
    for (let v = 0; v < count; v++) {
      const bucket = this.bucketOf(Math.floor(xy[2 * v]! / size), Math.floor(xy[2 * v + 1]! / size));
      buckets[v] = bucket;
      this.starts[bucket + 1]!++;
    }
    for (let b = 1; b < this.starts.length; b++) this.starts[b]! += this.starts[b - 1]!;
    const next = this.starts.slice();
    for (let v = 0; v < count; v++) this.items[next[buckets[v]!]!++] = v;
  }

  /** The share of other vertices that have one of these within the cells' size. */
  shareOf(xy: Float64Array, eastM = 0, northM = 0): number {
    let hits = 0;
    for (let i = 0; i < xy.length; i += 2) if (this.hasNear(xy[i]! - eastM, xy[i + 1]! - northM)) hits++;
    return hits / (xy.length / 2);
  }

  private hasNear(x: number, y: number): boolean {
    const [column, row] = [Math.floor(x / this.size), Math.floor(y / this.size)];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const bucket = this.bucketOf(column + dx, row + dy);
        for (let at = this.starts[bucket]!; at < this.starts[bucket + 1]!; at++) {
          const v = this.items[at]!;
          if (Math.hypot(this.xy[2 * v]! - x, this.xy[2 * v + 1]! - y) <= this.size) return true;
        }
      }
    }
    return false;
  }

  private bucketOf(column: number, row: number): number {
    return (Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663)) & this.mask;
  }
}
