import { DEFAULT_MIN_OVERLAP_M2, DEFAULT_MIN_SHARED_EDGE_M, type Rule } from '../domain/rule';
import type { Conflict } from '../domain/conflict';
import { halfWidthOf } from './half-width';
import { trueAreaOf, type PairMeasures } from './pair-measures';

/** Narrower or shorter than this is a touch, and touching is clear. Metres. */
const TOUCH_M = 0.001;

type Verdict = Conflict['verdict'];

/** What a rule says of one subject and one object, with the measures that the record keeps. */
export type Judgement = Pick<
  Conflict,
  'verdict' | 'distanceM' | 'thresholdM' | 'overlapM2' | 'objectShare' | 'zoneShare' | 'sharedEdgeM'
>;

/** Judges a pair that the rule is about; `tolM` is its tolerance in metres. Null: clear. */
export function judge(rule: Rule, pair: PairMeasures, tolM: number): Judgement | null {
  const { test } = rule;
  switch (test.relation) {
    case 'within-distance':
      return withinDistance(rule, test.distanceM, pair, tolM);
    case 'overlaps':
      return overlapping(pair, areaVerdict(pair, test.minOverlapM2, tolM));
    case 'crosses':
      return overlapping(
        pair,
        pair.object.geometry.dimension === 1
          ? lengthVerdict(pair, tolM)
          : areaVerdict(pair, test.minOverlapM2, tolM),
      );
    case 'adjacent':
      return adjacent(pair, test.minSharedEdgeM ?? DEFAULT_MIN_SHARED_EDGE_M, tolM);
  }
}

/**
 * How far apart two boxes may be, in true metres, for the rule to have anything to say of what is in them.
 * `halfWidthM` is that of the object, or the largest of all objects.
 */
export function reachOf(rule: Rule, tolM: number, halfWidthM: number): number {
  return (rule.test.relation === 'within-distance' ? rule.test.distanceM + halfWidthM : 0) + tolM + TOUCH_M;
}

function withinDistance(rule: Rule, thresholdM: number, pair: PairMeasures, tolM: number): Judgement | null {
  const distanceM = Math.max(0, pair.distanceM() - halfWidthOf(rule, pair.object));
  if (distanceM > thresholdM + tolM) return null;
  const verdict: Verdict = distanceM <= thresholdM - tolM ? 'conflict' : 'marginal';
  const objectM2 = trueAreaOf(pair.object);
  const measured = { verdict, distanceM, thresholdM, sharedEdgeM: null };
  if (!(objectM2 > 0)) return { ...measured, overlapM2: null, objectShare: null, zoneShare: null };
  const overlapM2 = pair.zoneOverlapM2(thresholdM);
  return {
    ...measured,
    overlapM2,
    objectShare: shareOf(overlapM2, objectM2),
    zoneShare: shareOf(overlapM2, pair.zoneM2(thresholdM)),
  };
}

function areaVerdict(
  pair: PairMeasures,
  minOverlapM2 = DEFAULT_MIN_OVERLAP_M2,
  tolM: number,
): Verdict | null {
  if (pair.distanceM() > 0) return null;
  const { areaM2, meanWidthM } = pair.overlap();
  if (areaM2 > minOverlapM2 && meanWidthM > tolM) return 'conflict';
  return meanWidthM >= TOUCH_M ? 'marginal' : null;
}

function lengthVerdict(pair: PairMeasures, tolM: number): Verdict | null {
  if (pair.distanceM() > 0) return null;
  const insideM = pair.lengthInsideM();
  if (insideM > tolM) return 'conflict';
  return insideM > TOUCH_M ? 'marginal' : null;
}

function overlapping(pair: PairMeasures, verdict: Verdict | null): Judgement | null {
  return (
    verdict && { verdict, distanceM: pair.distanceM(), thresholdM: null, ...shared(pair), sharedEdgeM: null }
  );
}

function adjacent(pair: PairMeasures, minSharedEdgeM: number, tolM: number): Judgement | null {
  if (pair.distanceM() > tolM) return null;
  const sharedEdgeM = pair.sharedEdgeM(tolM);
  if (!(sharedEdgeM > 0) || sharedEdgeM < minSharedEdgeM - tolM) return null;
  const verdict: Verdict = sharedEdgeM >= minSharedEdgeM ? 'conflict' : 'marginal';
  return { verdict, distanceM: pair.distanceM(), thresholdM: null, ...shared(pair), sharedEdgeM };
}

/** Overlap of object and subject itself, for the relations whose zone is the subject. */
function shared(pair: PairMeasures): Pick<Judgement, 'overlapM2' | 'objectShare' | 'zoneShare'> {
  const objectM2 = trueAreaOf(pair.object);
  if (!(objectM2 > 0)) return { overlapM2: null, objectShare: null, zoneShare: null };
  const overlapM2 = pair.distanceM() > 0 ? 0 : pair.overlap().areaM2;
  return {
    overlapM2,
    objectShare: shareOf(overlapM2, objectM2),
    zoneShare: shareOf(overlapM2, trueAreaOf(pair.subject)),
  };
}

/** Null where the zone has no area, so that there is no share of it. */
export function shareOf(partM2: number, wholeM2: number): number | null {
  return wholeM2 > 0 ? Math.min(1, partM2 / wholeM2) : null;
}
