import type { PairMeasure } from '../../domain/appraisal';
import type { Frame } from '../../geo/frame';
import type { ActiveRule } from '../active-rule';
import { boxAround, conflictOf, MEASURE_DECIMALS, objectNameOf, rounded, SHARE_DECIMALS } from '../findings';
import { halfWidthOf } from '../half-width';
import { shareOf } from '../judge';
import type { LayerItem } from '../layer-item';
import { measurePair, trueAreaOf, type PairMeasures } from '../pair-measures';
import type { FoundPair } from '../pairs-around';

/** A pair that fails a rule, or nearly: the record of a check, seen from `land`. */
export function foundMeasure(frame: Frame, land: LayerItem, pair: FoundPair): PairMeasure {
  const { rule, subject, object, measured } = pair;
  const conflict = conflictOf(rule, subject, object, measured, rule.tolM);
  const { verdict, distanceM, thresholdM, overlapM2, objectShare, sharedEdgeM } = conflict;
  const other = subject === land ? object : subject;
  return {
    ...whoIs(frame, land, other),
    verdict,
    distanceM,
    thresholdM,
    marginM: marginOf(distanceM, thresholdM),
    overlapM2,
    objectShare,
    sharedEdgeM,
    insideM: insideOf(rule, measurePair(subject, object)),
    conflict,
  };
}

/** A pair that the rule finds clear, with the same kernels. */
export function clearMeasure(
  frame: Frame,
  land: LayerItem,
  { rule, subject, object }: Pick<FoundPair, 'rule' | 'subject' | 'object'>,
): PairMeasure {
  const pair = measurePair(subject, object);
  const { test } = rule.rule;
  const thresholdM = test.relation === 'within-distance' ? test.distanceM : null;
  const distanceM = rounded(Math.max(0, pair.distanceM() - halfWidthOf(rule.rule, object)), MEASURE_DECIMALS);
  const objectM2 = trueAreaOf(object);
  const apart = thresholdM !== null || pair.distanceM() > 0;
  const overlapM2 = objectM2 > 0 ? (apart ? 0 : pair.overlap().areaM2) : null;
  return {
    ...whoIs(frame, land, subject === land ? object : subject),
    verdict: 'clear',
    distanceM,
    thresholdM,
    marginM: marginOf(distanceM, thresholdM),
    overlapM2: rounded(overlapM2, MEASURE_DECIMALS),
    objectShare: rounded(overlapM2 === null ? null : shareOf(overlapM2, objectM2), SHARE_DECIMALS),
    sharedEdgeM: sharedEdgeOf(rule, pair),
    insideM: insideOf(rule, pair),
    conflict: null,
  };
}

function whoIs(
  frame: Frame,
  land: LayerItem,
  other: LayerItem,
): Pick<PairMeasure, 'other' | 'otherName' | 'box'> {
  return {
    other: { layer: other.layer, id: other.id },
    otherName: objectNameOf(other),
    box: boxAround(frame, land, other),
  };
}

function marginOf(distanceM: number, thresholdM: number | null): number | null {
  return thresholdM === null ? null : rounded(distanceM - thresholdM, MEASURE_DECIMALS);
}

function sharedEdgeOf({ rule, tolM }: ActiveRule, pair: PairMeasures): number | null {
  if (rule.test.relation !== 'adjacent') return null;
  return pair.distanceM() > tolM ? 0 : rounded(pair.sharedEdgeM(tolM), MEASURE_DECIMALS);
}

function insideOf({ rule }: ActiveRule, pair: PairMeasures): number | null {
  if (rule.test.relation !== 'crosses' || pair.object.geometry.dimension !== 1) return null;
  return pair.distanceM() > 0 ? 0 : rounded(pair.lengthInsideM(), MEASURE_DECIMALS);
}
