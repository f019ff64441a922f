import type { OutlinePiece } from './offset-pieces';

/** Nearer than this many metres to a piece's end a cut is at the end. */
const END_M = 1e-7;

/** Secants shorter than this (half length, metres) are tangents, which cut nothing. */
const LEAST_REACH_M = 1e-4;

/** Ends this near to each other are the same point. */
const JOIN_M = 3e-8;

/** How far within the zone, in metres, a boundary may seem to lie. */
const DEPTH_M = 1e-9;

/**
 * The pieces of a raw offset curve that bound the zone: each is cut where it meets another, and a stretch is kept
 * if its middle is no nearer to the subject than `radius`. `depthOf` gives a point's distance to the subject, 0 inside.
 * Null where the kept pieces do not join up end to start, each once: there the curve touches itself.
 */
export function trimmedOutline(
  curve: readonly OutlinePiece[],
  radius: number,
  distanceTo: (x: number, y: number) => number,
): OutlinePiece[] | null {
  const cuts = curve.map((): number[] => []);
  const boxes = curve.map((piece) => boxOfPiece(piece, radius));
  for (let i = 0; i < curve.length; i++) {
    const [minX, minY, maxX, maxY] = boxes[i]!;
    for (let j = 0; j < i; j++) {
      const box = boxes[j]!;
      if (box[0] > maxX || box[2] < minX || box[1] > maxY || box[3] < minY) continue;
      cutPair(curve[i]!, curve[j]!, radius, cuts[i]!, cuts[j]!);
    }
  }
  const kept: OutlinePiece[] = [];
  const least = radius - DEPTH_M * Math.max(1, radius / 1000);
  curve.forEach((piece, i) => {
    for (const stretch of split(piece, cuts[i]!)) {
      const [x, y] = middleOf(stretch, radius);
      if (distanceTo(x, y) >= least) kept.push(stretch);
    }
  });
  return joinsUp(kept) ? kept : null;
}

/** `minX, minY, maxX, maxY` of a piece; of an arc of at most a right angle, its extremes included. */
export function boxOfPiece(piece: OutlinePiece, radius: number): [number, number, number, number] {
  const { isArc, sx, sy, ex, ey, cx, cy } = piece;
  const box: [number, number, number, number] = [
    Math.min(sx, ex),
    Math.min(sy, ey),
    Math.max(sx, ex),
    Math.max(sy, ey),
  ];
  if (!isArc) return box;
  if (sx > cx !== ex > cx) {
    if (sy > cy && ey > cy) box[3] = cy + radius;
    else if (sy < cy && ey < cy) box[1] = cy - radius;
  }
  if (sy > cy !== ey > cy) {
    if (sx > cx && ex > cx) box[2] = cx + radius;
    else if (sx < cx && ex < cx) box[0] = cx - radius;
  }
  return box;
}

/** Appends the places (x, y) where two pieces meet to the cuts of both. */
function cutPair(a: OutlinePiece, b: OutlinePiece, radius: number, cutsA: number[], cutsB: number[]): void {
  const cut = (x: number, y: number): void => {
    if (!isOn(a, x, y) || !isOn(b, x, y)) return;
    cutsA.push(x, y);
    cutsB.push(x, y);
  };
  if (a.isArc && b.isArc) cutArcs(a, b, radius, cut);
  else if (a.isArc) cutLineArc(b, a, radius, cut);
  else if (b.isArc) cutLineArc(a, b, radius, cut);
  else cutLines(a, b, cut);
}

type Cut = (x: number, y: number) => void;

function cutLines(a: OutlinePiece, b: OutlinePiece, cut: Cut): void {
  const dx = a.ex - a.sx;
  const dy = a.ey - a.sy;
  const wx = b.ex - b.sx;
  const wy = b.ey - b.sy;
  const cross = dx * wy - dy * wx;
  if (cross === 0) return;
  const t = ((b.sx - a.sx) * wy - (b.sy - a.sy) * wx) / cross;
  cut(a.sx + t * dx, a.sy + t * dy);
}

function cutLineArc(line: OutlinePiece, arc: OutlinePiece, radius: number, cut: Cut): void {
  const length = Math.hypot(line.ex - line.sx, line.ey - line.sy);
  const tx = (line.ex - line.sx) / length;
  const ty = (line.ey - line.sy) / length;
  const across = (arc.cx - line.sx) * ty - (arc.cy - line.sy) * tx;
  const reach2 = (radius - across) * (radius + across);
  if (!(reach2 > LEAST_REACH_M * LEAST_REACH_M)) return;
  const along = (arc.cx - line.sx) * tx + (arc.cy - line.sy) * ty;
  const reach = Math.sqrt(reach2);
  cut(line.sx + (along - reach) * tx, line.sy + (along - reach) * ty);
  cut(line.sx + (along + reach) * tx, line.sy + (along + reach) * ty);
}

function cutArcs(a: OutlinePiece, b: OutlinePiece, radius: number, cut: Cut): void {
  const half = Math.hypot(b.cx - a.cx, b.cy - a.cy) / 2;
  const reach2 = (radius - half) * (radius + half);
  if (half === 0 || !(reach2 > LEAST_REACH_M * LEAST_REACH_M)) return;
  const scale = Math.sqrt(reach2) / half / 2;
  const x = (a.cx + b.cx) / 2;
  const y = (a.cy + b.cy) / 2;
  const dx = (b.cx - a.cx) * scale;
  const dy = (b.cy - a.cy) * scale;
  cut(x - dy, y + dx);
  cut(x + dy, y - dx);
}

/** Whether a point of the piece's own curve lies on the piece and not at its ends. */
function isOn({ isArc, sx, sy, ex, ey, cx, cy }: OutlinePiece, x: number, y: number): boolean {
  if (isArc) {
    if ((sx - cx) * (y - cy) - (sy - cy) * (x - cx) <= 0) return false;
    if ((x - cx) * (ey - cy) - (y - cy) * (ex - cx) <= 0) return false;
  } else {
    if ((x - sx) * (ex - sx) + (y - sy) * (ey - sy) <= 0) return false;
    if ((ex - x) * (ex - sx) + (ey - y) * (ey - sy) <= 0) return false;
  }
  return Math.hypot(x - sx, y - sy) > END_M && Math.hypot(x - ex, y - ey) > END_M;
}

/** The stretches between the cuts, in order. */
function split(piece: OutlinePiece, cuts: readonly number[]): OutlinePiece[] {
  if (cuts.length === 0) return [piece];
  const { sx, sy } = piece;
  const order = Array.from({ length: cuts.length / 2 }, (_, i) => 2 * i);
  const away = (i: number): number => (cuts[i]! - sx) ** 2 + (cuts[i + 1]! - sy) ** 2;
  order.sort((i, j) => away(i) - away(j));
  const stretches: OutlinePiece[] = [];
  let from = { x: sx, y: sy };
  for (const i of order) {
    const to = { x: cuts[i]!, y: cuts[i + 1]! };
    stretches.push({ ...piece, sx: from.x, sy: from.y, ex: to.x, ey: to.y });
    from = to;
  }
  stretches.push({ ...piece, sx: from.x, sy: from.y });
  return stretches;
}

function middleOf({ isArc, sx, sy, ex, ey, cx, cy }: OutlinePiece, radius: number): [number, number] {
  const x = (sx + ex) / 2;
  const y = (sy + ey) / 2;
  if (!isArc) return [x, y];
  const scale = radius / Math.hypot(x - cx, y - cy);
  return [cx + (x - cx) * scale, cy + (y - cy) * scale];
}

/** Whether every end is the start of just one piece; if so, makes the two the same number by number. */
function joinsUp(pieces: readonly OutlinePiece[]): boolean {
  const starts = [...pieces].sort((a, b) => a.sx - b.sx);
  const xs = starts.map((piece) => piece.sx);
  const taken = new Set<OutlinePiece>();
  for (const piece of pieces) {
    let match: OutlinePiece | null = null;
    for (let i = firstAtLeast(xs, piece.ex - JOIN_M); i < xs.length && xs[i]! <= piece.ex + JOIN_M; i++) {
      if (Math.abs(starts[i]!.sy - piece.ey) > JOIN_M) continue;
      if (match) return false;
      match = starts[i]!;
    }
    if (!match || taken.has(match)) return false;
    taken.add(match);
    match.sx = piece.ex;
    match.sy = piece.ey;
  }
  return true;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
