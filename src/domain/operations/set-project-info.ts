import { message } from '../message';
import type { Operation } from '../operation';
import { projectOf } from '../plan';
import { EMPTY_DIFF } from '../plan-diff';
import type { ProjectInfo } from '../project';
import { err, ok } from '../result';
import { putting } from './record-diff';

export interface SetProjectInfoInput extends Partial<
  Pick<ProjectInfo, 'name' | 'toleranceM' | 'classification'>
> {
  /** Persons per household; null takes the assumption back. */
  readonly householdSize?: number | null;
}

/** No census knows larger households on average; a larger number is a slip of the keyboard. */
export const LARGEST_HOUSEHOLD = 20;

/** A tolerance beyond that of 1:5000 mapping would call everything marginal. */
export const LARGEST_TOLERANCE_M = 5;

/** Changes what the project says of itself. Its frame stays: measures must not move with edits. */
export const setProjectInfo: Operation<SetProjectInfoInput> = (plan, changes) => {
  const before = projectOf(plan);
  if (!before) return err(message('project.none'));
  const { householdSize: assumed, ...rest } = before;
  const {
    name = before.name,
    classification = before.classification,
    toleranceM = before.toleranceM,
    householdSize = assumed ?? null,
  } = changes;
  if (changes.name?.trim() === '') return err(message('property.empty', { property: 'name' }));
  if (changes.classification?.trim() === '')
    return err(message('property.empty', { property: 'classification' }));
  if (!(toleranceM >= 0 && toleranceM <= LARGEST_TOLERANCE_M)) {
    return err(message('project.bad-tolerance', { limit: LARGEST_TOLERANCE_M }));
  }
  if (householdSize !== null && !(householdSize > 0 && householdSize <= LARGEST_HOUSEHOLD)) {
    return err(message('project.bad-household-size', { limit: LARGEST_HOUSEHOLD }));
  }
  const unchanged =
    name === before.name &&
    classification === before.classification &&
    toleranceM === before.toleranceM &&
    householdSize === (assumed ?? null);
  if (unchanged) return ok(EMPTY_DIFF);
  const info: ProjectInfo = {
    ...rest,
    name,
    classification,
    toleranceM,
    ...(householdSize === null ? {} : { householdSize }),
  };
  return ok(putting(plan.get('project'), { kind: 'project', info }));
};
