import type { CheckReport, FeatureNotice } from '../domain/conflict';
import { byCodeUnit } from './districts';
import { digestOf } from './digest';
import { sortedFindings, tablesOf, type EngineState } from './state';
import { ENGINE } from './version';

export interface Notices {
  readonly rejected: readonly FeatureNotice[];
  readonly repaired: readonly FeatureNotice[];
}

/**
 * The whole answer of a check. `rules` has one entry for each rule that was evaluated: its id, the version of its
 * pack, and SHA-256 over the rule's canonical JSON (RFC 8785).
 */
export function reportOf(state: EngineState, { rejected, repaired }: Notices): CheckReport {
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
    checked,
    rejected,
    repaired,
    conflicts: sortedFindings(state).map(({ conflict }) => conflict),
    deficits,
  };
}
