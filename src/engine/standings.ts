import { NO_FINDINGS, totalOf, type FindingCounts } from '../domain/analysis';
import { summaryOf, type DecisionSummary } from '../domain/check-report';
import { DecisionIndex, isSettled, replacedIds, type Standing } from '../domain/decision-standing';
import { valueAt } from '../domain/feature-table';
import { conflictId } from '../domain/conflict';
import { decisionsOf } from '../domain/plan';
import { byCodeUnit } from './districts';
import type { LayerIndex } from './layer-index';
import { conflictAt, orderedBlocks, type OrderedBlock } from './ordered-findings';
import { rowOf, type ResultBlock } from './result-block';
import { countsOf, type EngineState } from './state';

/** The decisions that stand for the conflicts of a state on one day. */
export interface Standings {
  /** By object (slot); undefined where nothing of the block is decided. */
  in(block: ResultBlock): ReadonlyMap<number, Standing> | undefined;
  readonly summary: DecisionSummary;
  /** Findings without the conflicts that a decision has settled. */
  readonly unsettled: FindingCounts;
}

/**
 * Looks each decision's conflict up, and not each conflict's decision: of a million conflicts some thousands are
 * decided. `asOf` is YYYY-MM-DD.
 */
export function standingsOf(state: EngineState, asOf: string): Standings {
  const decisions = new DecisionIndex(decisionsOf(state.plan));
  const counts = countsOf(state);
  const settled = { ...NO_FINDINGS };
  const byBlock = new Map<ResultBlock, ReadonlyMap<number, Standing>>();
  const all: Standing[] = [];
  const decided = [...decisions.conflicts()].sort(byCodeUnit);
  const parcels = decisions.isEmpty ? undefined : state.layers.get('parcels');
  const successors = parcels ? successorsIn(parcels) : new Map<string, number[]>();
  for (const ordered of decisions.isEmpty ? [] : orderedBlocks(state)) {
    const { rule, objects, block } = ordered;
    const heirs = objects === parcels ? successors : NO_SUCCESSORS;
    const known = new Map<number, Standing>();
    for (const [slot, row] of decidedRows(ordered, decided, heirs)) {
      const conflict = conflictAt(ordered, row);
      const replaces = objects === parcels ? replacesAt(objects, slot) : [];
      const standing = decisions.standingOf(conflict, asOf, replaces);
      if (!standing) continue;
      known.set(slot, standing);
      all.push(standing);
      if (conflict.verdict === 'conflict' && isSettled(standing)) settled[rule.rule.severity]++;
    }
    if (known.size > 0) byBlock.set(block, known);
  }
  return {
    in: (block) => byBlock.get(block),
    summary: summaryOf({ conflicts: totalOf(counts) - counts.marginal, marginal: counts.marginal }, all),
    unsettled: {
      ...counts,
      prohibit: counts.prohibit - settled.prohibit,
      restrict: counts.restrict - settled.restrict,
      study: counts.study - settled.study,
      notice: counts.notice - settled.notice,
    },
  };
}

const NO_SUCCESSORS: ReadonlyMap<string, readonly number[]> = new Map();

/** Objects (slot and row) of a block whose conflict is decided, or was under an id that the object has replaced. */
function decidedRows(
  { rule, subject, objects, block }: OrderedBlock,
  decided: readonly string[],
  successors: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  const start = conflictId(rule.rule.id, subject.id, '');
  for (let at = firstFrom(decided, start); decided[at]?.startsWith(start); at++) {
    const object = decided[at]!.slice(start.length);
    const own = objects.slotOf(object);
    for (const slot of [...(own === undefined ? [] : [own]), ...(successors.get(object) ?? [])]) {
      const row = rowOf(block, slot);
      if (row !== undefined) rows.set(slot, row);
    }
  }
  return rows;
}

/** Place of the first text that does not stand before `wanted`. */
function firstFrom(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byCodeUnit(sorted[middle]!, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Slots of the features that name an id in their `replaces`, by that id. */
function successorsIn(layer: LayerIndex): Map<string, number[]> {
  const successors = new Map<string, number[]>();
  for (const slot of layer.slots()) {
    for (const id of replacesAt(layer, slot)) {
      const slots = successors.get(id);
      if (slots) slots.push(slot);
      else successors.set(id, [slot]);
    }
  }
  return successors;
}

/** Of features in a table only the one column is read. */
function replacesAt(layer: LayerIndex, slot: number): readonly string[] {
  const { placed } = layer;
  if (!placed || slot >= placed.shapes.size) return replacedIds(layer.propertiesAt(slot)?.replaces);
  const column = placed.attributes.columns.get('replaces');
  return column ? replacedIds(valueAt(column, placed.rows[slot]!)) : [];
}
