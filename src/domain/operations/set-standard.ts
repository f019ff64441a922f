import { message } from '../message';
import type { Operation } from '../operation';
import { EMPTY_DIFF } from '../plan-diff';
import { err, ok } from '../result';
import type { Standard } from '../rule';
import { editedPack, packOf } from './edited-pack';
import { replacing } from './record-diff';

export interface SetStandardInput {
  readonly pack: string;
  readonly standard: string;
  readonly value?: number;
  readonly enabled?: boolean;
}

function isPossible(standard: Standard): boolean {
  return standard.value > 0 && standard.value <= (standard.kind === 'coverage' ? 1 : 1_000_000);
}

/** Changes the value of a standard (a service radius, an area per pupil …) or switches it on or off. */
export const setStandard: Operation<SetStandardInput> = (
  plan,
  { pack: packId, standard: id, value, enabled },
) => {
  const record = packOf(plan, packId);
  if (!record) return err(message('pack.missing', { pack: packId }));
  const before = record.pack.standards?.find((standard) => standard.id === id);
  if (!before) return err(message('standard.missing', { standard: id }));
  const after: Standard = {
    ...before,
    ...(value === undefined ? {} : { value }),
    ...(enabled === undefined || enabled === (before.enabled ?? true) ? {} : { enabled }),
  };
  if (!isPossible(after)) return err(message('standard.bad-value', { standard: id }));
  if (after.value === before.value && after.enabled === before.enabled) return ok(EMPTY_DIFF);
  const standards = (record.pack.standards ?? []).map((standard) => (standard === before ? after : standard));
  return ok(replacing(record, editedPack(plan, record, { ...record.pack, standards })));
};
