import type { LabelMark, Place } from './scene';
import { textWidthMm } from './text-width';

/** Where a label that would cover another is tried instead: shares of its width and multiples of its height. */
const SHIFTS: readonly Place[] = [
  [0, 0],
  [0, -1.7],
  [0, 1.7],
  [0.65, 0],
  [-0.65, 0],
  [0, -3.2],
  [0, 3.2],
  [0.65, -1.7],
  [-0.65, -1.7],
  [0.65, 1.7],
  [-0.65, 1.7],
];

interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Labels one after another, each moved off those before it as far as that is possible nearby. All are centred. */
export function placeLabels(labels: readonly LabelMark[]): LabelMark[] {
  const taken: LabelBox[] = [];
  return labels.map((label) => {
    const free = SHIFTS.map((shift) => shifted(label, shift)).find((candidate) => {
      const box = boxOf(candidate);
      return !taken.some((other) => overlaps(box, other));
    });
    const placed = free ?? label;
    taken.push(boxOf(placed));
    return placed;
  });
}

function shifted(label: LabelMark, [dx, dy]: Place): LabelMark {
  const [x, y] = label.at;
  const width = textWidthMm(label.text, label.sizeMm);
  return { ...label, at: [x + dx * width, y + dy * label.sizeMm] };
}

/** Around the letters, however they are turned. */
function boxOf({ at: [x, y], text, sizeMm, turn = 0 }: LabelMark): LabelBox {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [width, height] = [textWidthMm(text, sizeMm) / 2 + 0.4, sizeMm / 2 + 0.2];
  // Letters stand on their place: their middle is above it.
  return {
    x: x + Math.sin(angle) * sizeMm * 0.35,
    y: y - Math.cos(angle) * sizeMm * 0.35,
    halfWidth: width * cos + height * sin,
    halfHeight: width * sin + height * cos,
  };
}

function overlaps(a: LabelBox, b: LabelBox): boolean {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;
}
