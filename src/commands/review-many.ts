import type { Message } from '../domain/message';
import { decide, type SeenConflict } from '../domain/operations/decide';
import { nextTurn } from '../io/import/next-turn';
import type { AppStores } from '../store/app-stores';
import {
  decideInput,
  decideLabel,
  reviewBook,
  rulingFaultOn,
  seenConflict,
  type RulingWords,
} from './review';

/** Conflicts that a ruling fits, and why others refuse it. */
export interface JudgedMany {
  readonly able: readonly SeenConflict[];
  readonly refused: readonly { readonly fault: Message; readonly count: number }[];
}

/** Sorts conflicts by whether a ruling can be given on them. In small steps, since there may be thousands. */
export function* judgeMany(
  stores: AppStores,
  conflicts: readonly string[],
  words: RulingWords,
): Generator<void, JudgedMany> {
  const book = reviewBook(stores);
  const able: SeenConflict[] = [];
  const refused = new Map<string, { readonly fault: Message; count: number }>();
  for (const id of conflicts) {
    yield;
    const conflict = seenConflict(stores, id);
    if (!conflict) continue;
    const fault = rulingFaultOn(stores, conflict, words, book);
    if (!fault) {
      able.push(conflict);
      continue;
    }
    const key = JSON.stringify(fault);
    const known = refused.get(key);
    if (known) known.count += 1;
    else refused.set(key, { fault, count: 1 });
  }
  return { able, refused: Array.from(refused.values()) };
}

/**
 * As `ruleOn`, on thousands: the page has its turn between making the decisions and taking them into the plan. A refusal
 * is told to the user. Whether it was done.
 */
export async function ruleOnMany(
  stores: AppStores,
  conflicts: readonly SeenConflict[],
  words: RulingWords,
): Promise<boolean> {
  const { plan, session } = stores;
  const { actor } = session.getState();
  const input = decideInput(stores, conflicts, words);
  await nextTurn();
  const diff = decide(plan.getState().plan, input);
  await nextTurn();
  const label = decideLabel(stores, conflicts, words.verdict);
  const done = diff.ok ? plan.transact(diff.value, { label, actor }) : diff;
  if (!done.ok) session.notify('error', done.error);
  return done.ok;
}
