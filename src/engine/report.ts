import type { CheckedConflict, CheckReport, ReportHead } from '../domain/check-report';
import type { FeatureNotice } from '../domain/conflict';
import { briefOf } from '../domain/decision';
import { byCodeUnit } from './districts';
import { digestOf } from './digest';
import { conflictsAt, orderedBlocks, orderedRows } from './ordered-findings';
import type { Standings } from './standings';
import { tablesOf, type EngineState } from './state';
import { ENGINE } from './version';

export interface Notices {
  readonly rejected: readonly FeatureNotice[];
  readonly repaired: readonly FeatureNotice[];
}

/**
 * The answer of a check but for its conflicts. `rules` has one entry for each rule that was evaluated: its id, the
 * version of its pack, and SHA-256 over the rule's canonical JSON (RFC 8785).
 */
export function reportHeadOf(
  state: EngineState,
  { rejected, repaired }: Notices,
  { summary }: Pick<Standings, 'summary'>,
): ReportHead {
  const { revision, checked, deficits } = tablesOf(state);
  return {
    engine: ENGINE,
    project: state.info.name,
    revision,
    rules: Array.from(state.rules.values(), ({ rule, version }) => ({
      id: rule.id,
      version,
      sha256: digestOf(rule),
    })).sort((a, b) => byCodeUnit(a.id, b.id)),
    summary,
    checked,
    rejected,
    repaired,
    deficits,
  };
}

/** The conflicts in the order of the contract, made one after the other. */
export function* conflictsOf(
  state: EngineState,
  standings: Pick<Standings, 'in'>,
): Generator<CheckedConflict> {
  for (const ordered of orderedBlocks(state)) {
    const known = standings.in(ordered.block);
    const rows = orderedRows(ordered);
    let next = 0;
    for (const conflict of conflictsAt(ordered, rows)) {
      const standing = known?.get(ordered.block.objects[rows[next++]!]!);
      const decision = standing ? briefOf(standing.decision, standing.state) : null;
      yield { ...conflict, decision };
    }
  }
}

export function reportOf(state: EngineState, notices: Notices, standings: Standings): CheckReport {
  return { ...reportHeadOf(state, notices, standings), conflicts: [...conflictsOf(state, standings)] };
}
