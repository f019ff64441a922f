import { packKey, packsOf, type PackRecord, type Plan } from '../plan';
import type { RulePack } from '../rule';

const BUILTIN = 'builtin:';

export function packOf(plan: Plan, id: string): PackRecord | null {
  const record = plan.get(packKey(id));
  return record?.kind === 'pack' ? record : null;
}

/** Where a pack goes that is no longer as it shipped: `builtin:national` becomes `rules/national.json`. */
function ownSource(plan: Plan, record: PackRecord): string {
  if (!record.source.startsWith(BUILTIN)) return record.source;
  const name = record.source.slice(BUILTIN.length);
  const taken = new Set(packsOf(plan).map(({ source }) => source));
  let source = `rules/${name}.json`;
  for (let number = 2; taken.has(source); number++) source = `rules/${name}-${number}.json`;
  return source;
}

/** The record of a pack that was changed here: the project keeps it as its own file from now on. */
export function editedPack(plan: Plan, record: PackRecord, pack: RulePack): PackRecord {
  return { kind: 'pack', source: ownSource(plan, record), pack };
}
