import type { AppraisalOutcome, OutcomeReason, PairMeasure, RuleAppraisal } from '../../domain/appraisal';
import type { LayerName } from '../../domain/layer';
import type { Frame } from '../../geo/frame';
import type { ActiveRule } from '../active-rule';
import type { LayerIndex } from '../layer-index';
import type { LayerItem } from '../layer-item';
import { measurePair } from '../pair-measures';
import { pairsAsObject, pairsAsSubject } from '../pairs-around';
import { isExempt } from '../subjects';
import { unconcernedReason, type Side } from './concern';
import { clearMeasure, foundMeasure } from './pair-measure';
import { Surroundings } from './surroundings';

/** The land among the layers of a project. */
export interface LandSetting {
  readonly frame: Frame;
  readonly layers: Map<LayerName, LayerIndex>;
  readonly land: LayerItem;
}

/** Applies rules to one piece of land, one side at a time. */
export class RuleAppraiser {
  private readonly around = new Map<string, Surroundings>();

  constructor(private readonly setting: LandSetting) {}

  appraise(rule: ActiveRule, side: Side): RuleAppraisal {
    const { layers, land } = this.setting;
    const { id, severity, measure, test, subject, object } = rule.rule;
    const counterpart = side === 'object' ? subject.layer : object.layer;
    const members = side === 'object' ? rule.subjects : rule.objects;
    const about = {
      rule: id,
      severity,
      screening: measure.screening,
      relation: test.relation,
      side,
      counterpart,
      tested: members.size,
    };
    const without = (outcome: AppraisalOutcome, reason: OutcomeReason): RuleAppraisal => ({
      ...about,
      outcome,
      reason,
      tested: 0,
      failed: 0,
      marginal: 0,
      pairs: [],
    });

    const unconcerned = unconcernedReason(rule, side, land.feature);
    if (unconcerned)
      return without(unconcerned.kind === 'unknown' ? 'undecided' : 'not-concerned', unconcerned);
    const others = layers.get(counterpart);
    if (!others) return without('not-run', { kind: 'missing-layer', layer: counterpart });

    const found = this.foundBy(rule, side);
    const failed = found.filter(({ verdict }) => verdict === 'conflict').length;
    const counts = { failed, marginal: found.length - failed };
    if (found.length > 0) {
      const outcome = failed > 0 ? 'conflict' : 'marginal';
      return { ...about, ...counts, outcome, reason: null, pairs: found };
    }
    const nearest = this.nearestBy(rule, side, others);
    const pairs = nearest ? [nearest] : [];
    return measure.screening === 'under' && nearest
      ? { ...about, ...counts, outcome: 'undecided', reason: { kind: 'screening' }, pairs }
      : { ...about, ...counts, outcome: 'clear', reason: null, pairs };
  }

  private foundBy(rule: ActiveRule, side: Side): readonly PairMeasure[] {
    const { frame, land } = this.setting;
    const pairs =
      side === 'object'
        ? pairsAsObject(this.setting, land, rule)
        : pairsAsSubject(this.setting, land, [rule]);
    return pairs
      .map((pair) => foundMeasure(frame, land, pair))
      .sort(
        (a, b) =>
          Number(a.verdict === 'marginal') - Number(b.verdict === 'marginal') ||
          a.distanceM - b.distanceM ||
          (b.overlapM2 ?? 0) - (a.overlapM2 ?? 0),
      );
  }

  private nearestBy(rule: ActiveRule, side: Side, others: LayerIndex): PairMeasure | null {
    const { frame, land } = this.setting;
    const members = side === 'object' ? rule.subjects : rule.objects;
    if (members.size === 0) return null;
    const pairOf = (other: LayerItem) =>
      side === 'object' ? { subject: other, object: land } : { subject: land, object: other };
    const isOwn = (slot: number): boolean => {
      const { subject, object } = pairOf(others.itemAt(slot));
      return isExempt(subject, object);
    };
    const nearest = this.surroundings(others, side).nearest({
      accepts: (slot) => members.has(slot) && !isOwn(slot),
      distanceM(other) {
        const { subject, object } = pairOf(other);
        return measurePair(subject, object).distanceM();
      },
      widestOffM: side === 'subject' ? rule.halfWidths.widestM : 0,
      offM: (slot) => (side === 'subject' ? rule.halfWidths.of(slot) : 0),
    });
    return nearest && clearMeasure(frame, land, { rule, ...pairOf(others.itemAt(nearest.slot)) });
  }

  private surroundings(layer: LayerIndex, side: Side): Surroundings {
    const key = `${side} ${layer.layer}`;
    let around = this.around.get(key);
    if (!around) this.around.set(key, (around = new Surroundings(layer, this.setting.land)));
    return around;
  }
}
