import type { Appraisal, AppraisalTarget } from '../../src/domain/appraisal';
import type { Conflict } from '../../src/domain/conflict';
import { planOf } from '../../src/domain/plan';
import { appraisalOf } from '../../src/engine/appraisal/appraise';
import { finished } from '../../src/engine/pacer';
import { buildState, type EngineState } from '../../src/engine/state';
import { checkInput, contentsOf, type Town } from './check-input';

export function stateOf(town: Town): EngineState {
  const input = checkInput(town);
  return finished(buildState(planOf(input.records), 1, contentsOf(input)));
}

/** The appraisal of land that is there. */
export function appraised(state: EngineState, target: AppraisalTarget): Appraisal {
  const appraisal = appraisalOf(state, target);
  if (!appraisal) throw new Error('no such parcel');
  return appraisal;
}

/** Records of all pairs of an appraisal that fail, or nearly. */
export function conflictsIn({ rules }: Appraisal): readonly Conflict[] {
  return rules.flatMap(({ pairs }) => pairs.flatMap(({ conflict }) => conflict ?? []));
}
