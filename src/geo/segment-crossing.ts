/**
 * Where on the piece `p–q` it meets the piece `r–s`: 0 at `p`, 1 at `q`; −1 if they do not meet or run parallel.
 */
export function segmentCrossing(
  px: number,
  py: number,
  qx: number,
  qy: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
): number {
  const dx = qx - px;
  const dy = qy - py;
  const ex = sx - rx;
  const ey = sy - ry;
  const denominator = dx * ey - dy * ex;
  if (denominator === 0) return -1;
  const t = ((rx - px) * ey - (ry - py) * ex) / denominator;
  if (!(t >= 0 && t <= 1)) return -1;
  const u = ((rx - px) * dy - (ry - py) * dx) / denominator;
  return u >= 0 && u <= 1 ? t : -1;
}
