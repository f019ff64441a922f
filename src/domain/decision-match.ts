import type { Finding } from './conflict';
import type { DecisionAbout } from './decision';
import type { LonLatBox } from './feature';

/** A conflict that may be the one of a decision, under another id of its object. */
export interface DecisionMatch {
  readonly finding: Finding;
  /** 0 to 1: by how much the objects are alike. */
  readonly similarity: number;
}

/** Objects that are less alike than this are others. */
const LEAST_SIMILARITY = 0.5;

/** A box is taken this much larger on every side, in degrees (about 1 m), so that points and lines have one too. */
const MARGIN = 1e-5;

/** The conflict of the same rule and subject whose object is most like that of a decision; null if none is. */
export function bestMatch(about: DecisionAbout, findings: Iterable<Finding>): DecisionMatch | null {
  let best: DecisionMatch | null = null;
  for (const finding of findings) {
    const { conflict } = finding;
    if (conflict.rule !== about.rule || conflict.object.layer !== about.object.layer) continue;
    if (conflict.subject.id !== about.subject.id || conflict.subject.layer !== about.subject.layer) continue;
    const similarity = similarityOf(about, finding);
    if (similarity >= LEAST_SIMILARITY && similarity > (best?.similarity ?? 0))
      best = { finding, similarity };
  }
  return best;
}

/** What the boxes share of both, times how much of the larger area the smaller one is. */
export function similarityOf(
  { objectBox, objectAreaM2 = null }: Pick<DecisionAbout, 'objectBox' | 'objectAreaM2'>,
  object: Pick<Finding, 'objectBox' | 'objectAreaM2'>,
): number {
  if (!objectBox) return 0;
  return sharedPart(objectBox, object.objectBox) * areaRatio(objectAreaM2, object.objectAreaM2);
}

function sharedPart(a: LonLatBox, b: LonLatBox): number {
  const common =
    Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]) + 2 * MARGIN) *
    Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]) + 2 * MARGIN);
  return common / (sizeOf(a) + sizeOf(b) - common);
}

function sizeOf([west, south, east, north]: LonLatBox): number {
  return (east - west + 2 * MARGIN) * (north - south + 2 * MARGIN);
}

function areaRatio(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 1 : 0;
  return Math.min(a, b) / Math.max(a, b);
}
