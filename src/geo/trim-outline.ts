import { OutlinePieces, PIECE_STRIDE } from './outline-pieces';

/** Nearer than this many metres to a piece's end a cut is at the end. */
const END_M = 1e-7;

/** Secants shorter than this (half length, metres) are tangents, which cut nothing. */
const LEAST_REACH_M = 1e-4;

/** Ends this near to each other are the same point. */
const JOIN_M = 3e-8;

/** How far within the zone, in metres, a boundary may seem to lie. */
const DEPTH_M = 1e-9;

/** Boxes of the pieces; where they are cut, as lists: a piece's first cut, and of each cut the place and the next. */
let boxes = new Float64Array(256);
let firstCut = new Int32Array(64);
let cuts = new Float64Array(256);
let nextCut = new Int32Array(128);
let cutCount = 0;

/**
 * Puts into `kept` the pieces of a raw offset curve that bound the zone: each is cut where it meets another, and a
 * stretch is kept if its middle is no nearer to the subject than `radius`. False where the kept pieces do not join
 * up end to start, each once: there the outline touches itself. `isNearer` tells whether a point lies in the subject or
 * nearer to it than a distance.
 */
export function trimOutline(
  curve: OutlinePieces,
  kept: OutlinePieces,
  radius: number,
  isNearer: (x: number, y: number, distance: number) => boolean,
): boolean {
  const { count } = curve;
  if (4 * count > boxes.length) boxes = new Float64Array(8 * count);
  if (count > firstCut.length) firstCut = new Int32Array(2 * count);
  cutCount = 0;
  for (let i = 0; i < count; i++) {
    curve.writeBox(i, radius, boxes, 4 * i);
    firstCut[i] = -1;
    const minX = boxes[4 * i]!;
    const minY = boxes[4 * i + 1]!;
    const maxX = boxes[4 * i + 2]!;
    const maxY = boxes[4 * i + 3]!;
    for (let j = 0; j < i; j++) {
      if (boxes[4 * j]! > maxX || boxes[4 * j + 2]! < minX) continue;
      if (boxes[4 * j + 1]! > maxY || boxes[4 * j + 3]! < minY) continue;
      cutPair(curve, j, i, radius);
    }
  }
  kept.count = 0;
  const least = radius - DEPTH_M * Math.max(1, radius / 1000);
  for (let i = 0; i < count; i++) keepStretches(curve, kept, i, radius, least, isNearer);
  return joinUp(kept);
}

function cutPair(curve: OutlinePieces, i: number, j: number, radius: number): void {
  const { numbers } = curve;
  const a = PIECE_STRIDE * i;
  const b = PIECE_STRIDE * j;
  if (numbers[a] === 0 && numbers[b] === 0) cutLines(numbers, a, b);
  else if (numbers[a] === 0) cutLineArc(numbers, a, b, radius);
  else if (numbers[b] === 0) cutLineArc(numbers, b, a, radius);
  else cutArcs(numbers, a, b, radius);
}

function cutLines(numbers: Float64Array, a: number, b: number): void {
  const x = numbers[a + 1]!;
  const y = numbers[a + 2]!;
  const dx = numbers[a + 3]! - x;
  const dy = numbers[a + 4]! - y;
  const wx = numbers[b + 3]! - numbers[b + 1]!;
  const wy = numbers[b + 4]! - numbers[b + 2]!;
  const cross = dx * wy - dy * wx;
  if (cross === 0) return;
  const t = ((numbers[b + 1]! - x) * wy - (numbers[b + 2]! - y) * wx) / cross;
  cutAt(numbers, a, b, x + t * dx, y + t * dy);
}

function cutLineArc(numbers: Float64Array, line: number, arc: number, radius: number): void {
  const x = numbers[line + 1]!;
  const y = numbers[line + 2]!;
  const dx = numbers[line + 3]! - x;
  const dy = numbers[line + 4]! - y;
  const length = Math.sqrt(dx * dx + dy * dy);
  const tx = dx / length;
  const ty = dy / length;
  const cx = numbers[arc + 5]! - x;
  const cy = numbers[arc + 6]! - y;
  const across = cx * ty - cy * tx;
  const reach2 = (radius - across) * (radius + across);
  if (!(reach2 > LEAST_REACH_M * LEAST_REACH_M)) return;
  const along = cx * tx + cy * ty;
  const reach = Math.sqrt(reach2);
  cutAt(numbers, line, arc, x + (along - reach) * tx, y + (along - reach) * ty);
  cutAt(numbers, line, arc, x + (along + reach) * tx, y + (along + reach) * ty);
}

function cutArcs(numbers: Float64Array, a: number, b: number, radius: number): void {
  const dx = (numbers[b + 5]! - numbers[a + 5]!) / 2;
  const dy = (numbers[b + 6]! - numbers[a + 6]!) / 2;
  const half = Math.sqrt(dx * dx + dy * dy);
  const reach2 = (radius - half) * (radius + half);
  if (half === 0 || !(reach2 > LEAST_REACH_M * LEAST_REACH_M)) return;
  const scale = Math.sqrt(reach2) / half;
  const x = numbers[a + 5]! + dx;
  const y = numbers[a + 6]! + dy;
  cutAt(numbers, a, b, x - scale * dy, y + scale * dx);
  cutAt(numbers, a, b, x + scale * dy, y - scale * dx);
}

/** Cuts both pieces at a point of the curves that carry them, if it lies on both and at no end. */
function cutAt(numbers: Float64Array, a: number, b: number, x: number, y: number): void {
  if (!isOn(numbers, a, x, y) || !isOn(numbers, b, x, y)) return;
  addCut(a / PIECE_STRIDE, x, y);
  addCut(b / PIECE_STRIDE, x, y);
}

function isOn(numbers: Float64Array, at: number, x: number, y: number): boolean {
  const fromX = x - numbers[at + 1]!;
  const fromY = y - numbers[at + 2]!;
  const toX = numbers[at + 3]! - x;
  const toY = numbers[at + 4]! - y;
  if (fromX * fromX + fromY * fromY <= END_M * END_M || toX * toX + toY * toY <= END_M * END_M) return false;
  if (numbers[at] === 0) return fromX * toX + fromY * toY > 0;
  const cx = x - numbers[at + 5]!;
  const cy = y - numbers[at + 6]!;
  return cx * fromY - cy * fromX > 0 && cx * toY - cy * toX > 0;
}

function addCut(piece: number, x: number, y: number): void {
  if (cutCount === nextCut.length) {
    const places = new Float64Array(4 * cutCount);
    places.set(cuts);
    cuts = places;
    const next = new Int32Array(2 * cutCount);
    next.set(nextCut);
    nextCut = next;
  }
  cuts[2 * cutCount] = x;
  cuts[2 * cutCount + 1] = y;
  nextCut[cutCount] = firstCut[piece]!;
  firstCut[piece] = cutCount++;
}

/** Goes along a piece from cut to cut, taking the nearest of those left each time. */
function keepStretches(
  curve: OutlinePieces,
  kept: OutlinePieces,
  piece: number,
  radius: number,
  least: number,
  isNearer: (x: number, y: number, distance: number) => boolean,
): void {
  const at = PIECE_STRIDE * piece;
  const { numbers } = curve;
  const startX = numbers[at + 1]!;
  const startY = numbers[at + 2]!;
  let sx = startX;
  let sy = startY;
  for (let gone = -1; gone < Infinity;) {
    let ex = numbers[at + 3]!;
    let ey = numbers[at + 4]!;
    let nearest = Infinity;
    for (let cut = firstCut[piece]!; cut >= 0; cut = nextCut[cut]!) {
      const away = (cuts[2 * cut]! - startX) ** 2 + (cuts[2 * cut + 1]! - startY) ** 2;
      if (away > gone && away < nearest) {
        nearest = away;
        ex = cuts[2 * cut]!;
        ey = cuts[2 * cut + 1]!;
      }
    }
    let x = (sx + ex) / 2;
    let y = (sy + ey) / 2;
    if (numbers[at] === 1) {
      const cx = numbers[at + 5]!;
      const cy = numbers[at + 6]!;
      const scale = radius / Math.sqrt((x - cx) ** 2 + (y - cy) ** 2);
      x = cx + (x - cx) * scale;
      y = cy + (y - cy) * scale;
    }
    if (!isNearer(x, y, least)) kept.addStretch(curve, piece, sx, sy, ex, ey);
    gone = nearest;
    sx = ex;
    sy = ey;
  }
}

/** Whether every end is the start of just one piece; if so, makes the two the same number by number. */
function joinUp({ numbers, count }: OutlinePieces): boolean {
  const end = PIECE_STRIDE * count;
  const taken = new Uint8Array(count);
  for (let i = 0; i < end; i += PIECE_STRIDE) {
    const x = numbers[i + 3]!;
    const y = numbers[i + 4]!;
    let match = -1;
    for (let j = 0; j < end; j += PIECE_STRIDE) {
      if (Math.abs(numbers[j + 1]! - x) > JOIN_M || Math.abs(numbers[j + 2]! - y) > JOIN_M) continue;
      if (match >= 0) return false;
      match = j;
    }
    if (match < 0 || taken[match / PIECE_STRIDE] === 1) return false;
    taken[match / PIECE_STRIDE] = 1;
    numbers[match + 1] = x;
    numbers[match + 2] = y;
  }
  return true;
}
