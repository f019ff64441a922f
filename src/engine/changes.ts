import { conflictId, type Finding } from '../domain/conflict';
import type { ActiveRule } from './active-rule';
import { conflictsAbout, findingOf } from './findings';
import type { LayerItem } from './layer-item';
import { nothingPending, slotKey } from './pending';
import { measuredAt, type Measured, type ResultBlock } from './result-block';
import { districtFor, type EngineState } from './state';

export interface Changes {
  readonly whole: boolean;
  readonly upserted: readonly Finding[];
  readonly removed: readonly string[];
}

const WHOLE: Changes = { whole: true, upserted: [], removed: [] };

/**
 * How the findings differ from when this was last called. A finding that was computed again and came out as it was is
 * no change. More than `limit` changes are `whole`.
 */
export function takeChanges(state: EngineState, limit: number): Changes {
  const { pending, results, layers, rules } = state;
  state.pending = nothingPending();
  const replaced = results.takeReplaced();
  if (pending.whole) return WHOLE;
  const upserted: Finding[] = [];
  const removed: string[] = [];
  for (const [ruleId, blocks] of replaced) {
    const now = rules.get(ruleId);
    const before = pending.rules.get(ruleId) ?? now;
    if (!before) continue;
    // A slot is another feature in another layer.
    if (now && !onSameLayers(now, before)) return WHOLE;
    const subjects = layers.get(before.rule.subject.layer);
    const objects = layers.get(before.rule.object.layer);
    if (!subjects || !objects) return WHOLE;
    for (const [subject, was] of blocks) {
      const is = results.blocksOf(ruleId).get(subject) ?? null;
      if (upserted.length + removed.length + Math.max(was?.size ?? 0, is?.size ?? 0) > limit) return WHOLE;
      const subjectKey = slotKey(subjects.layer, subject);
      const isSubjectTouched =
        pending.rules.has(ruleId) || pending.districts.has(subjectKey) || pending.features.has(subjectKey);
      let makeNow: FindingMaker | null = null;
      let makeBefore: FindingMaker | null = null;
      for (const { old, fresh } of pairsOf(was, is)) {
        if (!fresh) {
          removed.push(conflictId(ruleId, subjects.idAt(subject), objects.idAt(old!.object)));
          continue;
        }
        const objectKey = slotKey(objects.layer, fresh.object);
        const isSame = old !== null && sameMeasures(old, fresh);
        if (isSame && !isSubjectTouched && !pending.features.has(objectKey)) continue;
        const item = subjects.itemAt(subject);
        const object = objects.itemAt(fresh.object);
        makeNow ??= findingsAbout(state, now!, item, districtFor(state, item));
        const finding = makeNow(object, fresh);
        if (isSame) {
          const district = pending.districts.get(subjectKey);
          makeBefore ??= findingsAbout(
            state,
            before,
            pending.features.get(subjectKey) ?? item,
            district === undefined ? districtFor(state, item) : district,
          );
          const known = makeBefore(pending.features.get(objectKey) ?? object, old);
          if (isAlike(known, finding)) continue;
        }
        upserted.push(finding);
      }
    }
  }
  // A feature that was deleted and came back may have another slot.
  const kept = new Set(upserted.map(({ conflict }) => conflict.id));
  return { whole: false, upserted, removed: removed.filter((id) => !kept.has(id)) };
}

function onSameLayers({ rule: a }: ActiveRule, { rule: b }: ActiveRule): boolean {
  return a.subject.layer === b.subject.layer && a.object.layer === b.object.layer;
}

/** Rows of two blocks by their object. */
function* pairsOf(
  was: ResultBlock | null,
  is: ResultBlock | null,
): Generator<{ readonly old: Measured | null; readonly fresh: Measured | null }> {
  let [i, j] = [0, 0];
  while (i < (was?.size ?? 0) || j < (is?.size ?? 0)) {
    const a = was && i < was.size ? was.objects[i]! : Infinity;
    const b = is && j < is.size ? is.objects[j]! : Infinity;
    yield {
      old: a <= b ? measuredAt(was!, i++) : null,
      fresh: b <= a ? measuredAt(is!, j++) : null,
    };
  }
}

function sameMeasures(a: Measured, b: Measured): boolean {
  return (
    a.verdict === b.verdict &&
    a.distanceM === b.distanceM &&
    a.overlapM2 === b.overlapM2 &&
    a.sharedEdgeM === b.sharedEdgeM
  );
}

type FindingMaker = (object: LayerItem, measured: Measured) => Finding;

/** Makes the findings of one rule about one subject. */
function findingsAbout(
  { frame }: EngineState,
  rule: ActiveRule,
  subject: LayerItem,
  districtId: string | null,
): FindingMaker {
  const make = conflictsAbout(rule, subject, rule.tolM);
  return (object, measured) => findingOf(make(object, measured), subject, object, { districtId, frame });
}

/** Findings are plain values of fixed members, so that their JSON tells. */
function isAlike(a: Finding, b: Finding): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
