import { message } from '../message';
import type { Operation } from '../operation';
import { err, ok } from '../result';
import type { Target } from '../target';
import { putting } from './record-diff';

export interface SetTargetsInput {
  readonly targets: readonly Target[];
}

/** Replaces the targets. Refused: a count that is none, and two targets for the same thing. */
export const setTargets: Operation<SetTargetsInput> = (plan, { targets }) => {
  const seen = new Set<string>();
  for (const { programme, district, stage, sites } of targets) {
    if (programme === '' || stage === '') return err(message('target.incomplete'));
    if (!Number.isSafeInteger(sites) || sites < 0) return err(message('target.bad-count', { stage }));
    const key = JSON.stringify([programme, district, stage]);
    if (seen.has(key)) return err(message('target.twice', { programme, district: district ?? '', stage }));
    seen.add(key);
  }
  return ok(putting(plan.get('targets'), { kind: 'targets', targets }));
};
