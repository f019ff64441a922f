import { message } from '../message';
import type { Operation } from '../operation';
import { packsOf } from '../plan';
import { err, ok } from '../result';
import type { RulePack } from '../rule';
import { packOf } from './edited-pack';

export interface AddPackInput {
  /** `builtin:<pack id>`, or the file in the project: `rules/<name>.json`. */
  readonly source: string;
  readonly pack: RulePack;
}

/** Adds a rule pack. Refused: a pack or rule whose id is already there, since conflicts are named by rule id. */
export const addPack: Operation<AddPackInput> = (plan, { source, pack }) => {
  if (packOf(plan, pack.id)) return err(message('pack.taken', { pack: pack.id }));
  const ids = new Set<string>();
  for (const record of packsOf(plan)) {
    if (record.source === source) return err(message('pack.file-taken', { file: source }));
    for (const rule of record.pack.rules) ids.add(rule.id);
  }
  for (const { id } of pack.rules) {
    if (ids.has(id)) return err(message('rule.taken', { rule: id, pack: pack.id }));
    ids.add(id);
  }
  return ok({ created: [{ kind: 'pack', source, pack }], modified: [], deleted: [] });
};
