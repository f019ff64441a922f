import type { LandSketch, SketchShape } from '../../domain/land-sketch';

export interface SketchLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly role: SketchShape['role'];
}

/** Height of a name, and width of one Chinese letter, mm. */
const LINE_MM = 3;
const LETTER_MM = 2.4;

const ORDER = { land: 0, whole: 1, around: 2 };

/** Where north arrow and scale bar stand: no name is written over them. */
const ARROW_MM = { width: 12, height: 15 };
const BAR_MM = { width: 52, height: 12 };

/** Names that have room: of the land first, then of what was asked for, then of other schools and reservations. */
export function sketchLabels({
  shapes,
  widthMm,
  heightMm,
}: Pick<LandSketch, 'shapes' | 'widthMm' | 'heightMm'>): readonly SketchLabel[] {
  const placed: (SketchLabel & { readonly half: number })[] = [];
  const named = shapes
    .filter(({ role, layer }) => role !== 'around' || layer === 'schools' || layer === 'reservations')
    .toSorted((a, b) => ORDER[a.role] - ORDER[b.role]);
  for (const { id, name, label, role } of named) {
    if (!label) continue;
    const text = name ?? (role === 'land' ? '' : id);
    if (text === '') continue;
    const half = widthOf(text) / 2;
    const x = Math.min(widthMm - half - 1, Math.max(half + 1, label[0]));
    const y = label[1];
    const underArrow = y < ARROW_MM.height && x + half > widthMm - ARROW_MM.width;
    const underBar = y > heightMm - BAR_MM.height && x - half < BAR_MM.width;
    const hidden = placed.some(
      (other) => Math.abs(other.y - y) < LINE_MM && Math.abs(other.x - x) < other.half + half,
    );
    if (!hidden && !underArrow && !underBar) placed.push({ text, x, y, role, half });
  }
  return placed;
}

function widthOf(text: string): number {
  return Array.from(text).reduce(
    (width, letter) => width + (letter > '\u2e7f' ? LETTER_MM : LETTER_MM / 1.8),
    0,
  );
}
