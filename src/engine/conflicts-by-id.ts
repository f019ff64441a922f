import type { Finding } from '../domain/conflict';
import { findingAt } from './ordered-findings';
import { rowOf } from './result-block';
import type { EngineState } from './state';

/**
 * The findings of these conflicts, in the order of the ids; null where there is no such conflict. An id is a label whose
 * parts may hold any character: every way to take it for a rule, a subject and an object is tried.
 */
export function conflictsById(state: EngineState, ids: readonly string[]): (Finding | null)[] {
  return ids.map((id) => {
    for (const [rule, pair] of splits(id)) {
      if (!state.rules.has(rule)) continue;
      for (const [subject, object] of splits(pair)) {
        const finding = findingOfPair(state, rule, { subject, object });
        if (finding) return finding;
      }
    }
    return null;
  });
}

/** A text parted at each of its colons in turn. */
function* splits(text: string): Generator<readonly [before: string, after: string]> {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    yield [text.slice(0, at), text.slice(at + 1)];
  }
}

function findingOfPair(
  state: EngineState,
  ruleId: string,
  ids: { readonly subject: string; readonly object: string },
): Finding | null {
  const rule = state.rules.get(ruleId);
  const subjects = rule && state.layers.get(rule.rule.subject.layer);
  const objects = rule && state.layers.get(rule.rule.object.layer);
  const subject = subjects?.slotOf(ids.subject);
  const object = objects?.slotOf(ids.object);
  if (!rule || !subjects || !objects || subject === undefined || object === undefined) return null;
  const block = state.results.blocksOf(ruleId).get(subject);
  const row = block && rowOf(block, object);
  if (!block || row === undefined) return null;
  return findingAt(state, { rule, subject: subjects.itemAt(subject), objects, block }, row);
}
