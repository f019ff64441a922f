import * as v from 'valibot';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { RulePack } from '../../domain/rule';
import { rulePackSchema } from './rule-pack-schema';
import { schemaFault } from './schema-fault';

/**
 * A rule pack from parsed JSON. The error names the file and the place inside it; ids of rules and of standards
 * must be unique in their pack.
 */
export function readRulePack(json: unknown, file: string): Result<RulePack, Message> {
  const parsed = v.safeParse(rulePackSchema, json);
  if (!parsed.success) return err(schemaFault(file, parsed.issues));
  // The schema holds what the type says; a `where` is JSON because the whole file is.
  const pack = parsed.output as unknown as RulePack;
  const repeated = firstRepeated(pack.rules) ?? firstRepeated(pack.standards ?? []);
  return repeated === null ? ok(pack) : err(message('duplicate-rule-id', { file, rule: repeated }));
}

function firstRepeated(items: readonly { readonly id: string }[]): string | null {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}
