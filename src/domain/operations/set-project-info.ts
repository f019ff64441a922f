import { message } from '../message';
import type { Operation } from '../operation';
import { projectOf } from '../plan';
import { EMPTY_DIFF } from '../plan-diff';
import type { ProjectInfo } from '../project';
import { err, ok } from '../result';
import { putting } from './record-diff';

export type SetProjectInfoInput = Partial<Pick<ProjectInfo, 'name' | 'toleranceM' | 'classification'>>;

/** A tolerance beyond that of 1:5000 mapping would call everything marginal. */
export const LARGEST_TOLERANCE_M = 5;

/** Changes what the project says of itself. Its frame stays: measures must not move with edits. */
export const setProjectInfo: Operation<SetProjectInfoInput> = (plan, changes) => {
  const before = projectOf(plan);
  if (!before) return err(message('project.none'));
  const {
    name = before.name,
    classification = before.classification,
    toleranceM = before.toleranceM,
  } = changes;
  if (changes.name?.trim() === '') return err(message('property.empty', { property: 'name' }));
  if (changes.classification?.trim() === '')
    return err(message('property.empty', { property: 'classification' }));
  if (!(toleranceM >= 0 && toleranceM <= LARGEST_TOLERANCE_M)) {
    return err(message('project.bad-tolerance', { limit: LARGEST_TOLERANCE_M }));
  }
  const unchanged =
    name === before.name && classification === before.classification && toleranceM === before.toleranceM;
  if (unchanged) return ok(EMPTY_DIFF);
  const info: ProjectInfo = { ...before, name, classification, toleranceM };
  return ok(putting(plan.get('project'), { kind: 'project', info }));
};
