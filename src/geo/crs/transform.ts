/** Turns coordinates of one reference system into those of another; x is east or longitude, y north or latitude. */
export type Transform = (x: number, y: number) => [number, number];

/** The way between a reference system and lon/lat degrees on CGCS2000, which WGS84 is taken as equal to. */
export interface Reprojection {
  readonly toLonLat: Transform;
  readonly fromLonLat: Transform;
  /** False where the way is known only roughly: metres for the offset systems of web maps, up to 200 m for a datum without its parameters. */
  readonly isExact: boolean;
}

/** One transform after another. */
export function chained(first: Transform, second: Transform): Transform {
  return (x, y) => second(...first(x, y));
}

/**
 * The transform of every position of a flat array (x0, y0, x1, y1, …); into `out`, which may be `xy` itself.
 * Positions that cannot be transformed become NaN.
 */
export function transformFlat(
  xy: Float64Array,
  transform: Transform,
  out: Float64Array = new Float64Array(xy.length),
): Float64Array {
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const [x, y] = transform(xy[i]!, xy[i + 1]!);
    out[i] = x;
    out[i + 1] = y;
  }
  return out;
}

/** Steps after which an inverse that has not settled is given up. */
const MOST_STEPS = 30;

/**
 * The inverse of a transform of degrees that moves positions by little and much the same nearby: what it moved too
 * far is taken back until nothing changes. Good to 1e-12° (0.1 µm).
 */
export function inverseOfSmallMove(forward: Transform): Transform {
  return (toX, toY) => {
    let [x, y] = [toX, toY];
    for (let step = 0; step < MOST_STEPS; step++) {
      const [atX, atY] = forward(x, y);
      const [offX, offY] = [toX - atX, toY - atY];
      x += offX;
      y += offY;
      if (Math.abs(offX) + Math.abs(offY) < 1e-12) break;
    }
    return [x, y];
  };
}
