import { message } from '../message';
import type { Operation } from '../operation';
import { err, ok } from '../result';
import { packOf } from './edited-pack';

export interface RemovePackInput {
  readonly pack: string;
}

/** Takes a rule pack out of the project. */
export const removePack: Operation<RemovePackInput> = (plan, { pack }) => {
  const record = packOf(plan, pack);
  if (!record) return err(message('pack.missing', { pack }));
  return ok({ created: [], modified: [], deleted: [record] });
};
