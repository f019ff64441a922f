import { sameJson } from '../../domain/compare/same-json';
import type { ConflictPair } from '../../domain/compare/state-comparison';
import type { Standing } from '../../domain/decision-standing';
import { SEVERITIES } from '../../domain/rule';
import type { ActiveRule } from '../active-rule';
import { alikeIn, type AlikeFeatures } from './alike-features';
import { byCodeUnit } from '../districts';
import type { LayerIndex } from '../layer-index';
import { findingAt, type OrderedBlock } from '../ordered-findings';
import type { Progress } from '../protocol';
import { measuredAt, type ResultBlock } from '../result-block';
import type { Standings } from '../standings';
import type { EngineState } from '../state';

/** One conflict in two states, and whether they say the same of it. */
export interface ComparedConflict extends ConflictPair {
  readonly differs: boolean;
  /** The decisions that stand for it. */
  readonly standings: Readonly<Record<'before' | 'after', Standing | null>>;
}

/** A state and the decisions that stand in it. */
export interface ReviewedState {
  readonly state: EngineState;
  readonly standings: Standings;
}

/**
 * The conflicts that are in one of two states only or say something else in the other (any member, `evidence` too),
 * and those on which a decision stands whether they differ or not. Gravest rules first, then by rule, subject and object.
 * Records are made of what is, or may be, different, and of nothing else.
 */
export function* conflictPairs(a: ReviewedState, b: ReviewedState): Generator<ComparedConflict | Progress> {
  const alike = new Map<LayerIndex, AlikeFeatures>();
  for (const rule of rulesOf(a.state, b.state)) {
    const [left, right] = [sideOf(a, rule), sideOf(b, rule)];
    const subjects = Array.from(new Set([...left.blocks.keys(), ...right.blocks.keys()])).sort(byCodeUnit);
    for (const [done, subject] of subjects.entries()) {
      yield* pairsOfSubject(left, right, subject, alikeObjects(left, right, alike));
      yield { step: 'comparing', done, total: subjects.length };
    }
  }
}

/** One rule's findings in one state, by the subject's id. */
interface RuleSide extends ReviewedState {
  readonly rule: ActiveRule | undefined;
  readonly subjects: LayerIndex | undefined;
  readonly objects: LayerIndex | undefined;
  readonly blocks: ReadonlyMap<string, { readonly slot: number; readonly block: ResultBlock }>;
}

function rulesOf(a: EngineState, b: EngineState): string[] {
  const rank = (id: string) => SEVERITIES.indexOf((a.rules.get(id) ?? b.rules.get(id))!.rule.severity);
  return Array.from(new Set([...a.rules.keys(), ...b.rules.keys()])).sort(
    (one, other) => rank(one) - rank(other) || byCodeUnit(one, other),
  );
}

function sideOf({ state, standings }: ReviewedState, id: string): RuleSide {
  const rule = state.rules.get(id);
  const [subjects, objects] = [rule?.rule.subject.layer, rule?.rule.object.layer].map(
    (layer) => layer && state.layers.get(layer),
  );
  const found = rule && subjects && objects ? Array.from(state.results.blocksOf(id)) : [];
  const blocks = new Map(found.map(([slot, block]) => [subjects!.idAt(slot), { slot, block }]));
  return { state, standings, rule, subjects, objects, blocks };
}

/** Made once for a layer of objects, however many rules and subjects look at it. */
function alikeObjects(a: RuleSide, b: RuleSide, known: Map<LayerIndex, AlikeFeatures>): AlikeFeatures {
  if (!b.objects) return () => false;
  let alike = known.get(b.objects);
  if (!alike) {
    const [left, right] = [a, b].map(({ state: { frame }, objects }) => ({ frame, index: objects }));
    known.set(b.objects, (alike = alikeIn(left!, right!)));
  }
  return alike;
}

function* pairsOfSubject(
  a: RuleSide,
  b: RuleSide,
  subject: string,
  isAlike: AlikeFeatures,
): Generator<ComparedConflict> {
  const [left, right] = [orderedOf(a, subject), orderedOf(b, subject)];
  const isSettled = left !== null && right !== null && haveSameInputs(a, b, left, right);
  const rows = new Map<string, { left: number; right: number }>();
  for (const [row, object] of left?.block.objects.entries() ?? []) {
    rows.set(left!.objects.idAt(object), { left: row, right: -1 });
  }
  for (const [row, object] of right?.block.objects.entries() ?? []) {
    const id = right!.objects.idAt(object);
    rows.set(id, { left: rows.get(id)?.left ?? -1, right: row });
  }
  const [ruledLeft, ruledRight] = [ruledIn(a, left), ruledIn(b, right)];
  const wanted = Array.from(rows).filter(([, row]) => {
    if (!isSettled || row.left < 0 || row.right < 0) return true;
    if (ruledLeft(row.left) || ruledRight(row.right)) return true;
    return (
      !sameRow(left.block, row.left, right.block, row.right) ||
      !isAlike(left.block.objects[row.left]!, right.block.objects[row.right]!)
    );
  });
  for (const [, row] of wanted.sort(([one], [other]) => byCodeUnit(one, other))) {
    const before = left && row.left >= 0 ? findingAt(a.state, left, row.left) : null;
    const after = right && row.right >= 0 ? findingAt(b.state, right, row.right) : null;
    const differs = !before || !after || !sameJson(before.conflict, after.conflict);
    const standings = { before: ruledLeft(row.left), after: ruledRight(row.right) };
    if (differs || standings.before || standings.after) yield { before, after, differs, standings };
  }
}

/** Gives the decision that stands for the conflict in a row of a block. */
function ruledIn({ standings }: RuleSide, ordered: OrderedBlock | null): (row: number) => Standing | null {
  const known = ordered && standings.in(ordered.block);
  return (row) => (row < 0 ? undefined : known?.get(ordered!.block.objects[row]!)) ?? null;
}

function orderedOf({ rule, subjects, objects, blocks }: RuleSide, subject: string): OrderedBlock | null {
  const found = blocks.get(subject);
  if (!rule || !subjects || !objects || !found) return null;
  return { rule, subject: subjects.itemAt(found.slot), objects, block: found.block };
}

/** Whether what evidence is made of is the same but for the objects: rule, tolerance and subject. */
function haveSameInputs(a: RuleSide, b: RuleSide, left: OrderedBlock, right: OrderedBlock): boolean {
  return (
    a.objects?.layer === b.objects?.layer &&
    left.rule.tolM === right.rule.tolM &&
    sameJson(deciding(left.rule), deciding(right.rule)) &&
    sameJson(left.subject.properties, right.subject.properties) &&
    left.subject.geometryDigest.every((byte, i) => byte === right.subject.geometryDigest[i])
  );
}

function deciding({ rule: { subject, object, test, measure, severity } }: ActiveRule): unknown {
  return { subject, object, test, measure, severity };
}

function sameRow(a: ResultBlock, rowA: number, b: ResultBlock, rowB: number): boolean {
  const [left, right] = [measuredAt(a, rowA), measuredAt(b, rowB)];
  return (
    left.verdict === right.verdict &&
    left.distanceM === right.distanceM &&
    left.overlapM2 === right.overlapM2 &&
    left.sharedEdgeM === right.sharedEdgeM
  );
}
