import { message } from '../message';
import type { Operation } from '../operation';
import type { ReviewRole } from '../review-role';
import { err, ok } from '../result';
import { replacing } from './record-diff';

export interface SetReviewRolesInput {
  /** None: anybody may rule anything. */
  readonly roles: readonly ReviewRole[];
}

/** Sets who may give which verdict. Refused: a role without a name, and two of one name. */
export const setReviewRoles: Operation<SetReviewRolesInput> = (plan, { roles }) => {
  const record = plan.get('project');
  if (record?.kind !== 'project') return err(message('no-project'));
  if (roles.some(({ id }) => id.trim() === '')) return err(message('role.unnamed'));
  const twice = roles.find(({ id }, index) => roles.findIndex((other) => other.id === id) !== index);
  if (twice) return err(message('role.twice', { role: twice.id }));
  return ok(replacing(record, { kind: 'project', info: { ...record.info, reviewRoles: roles } }));
};
