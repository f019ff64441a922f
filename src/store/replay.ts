import { planOf, type Plan } from '../domain/plan';
import { apply, misfit } from '../domain/plan-diff';
import { verifyChain, type JournalEntry } from '../io/journal/journal';
import type { StoredWork } from '../io/journal/journal-db';
import { advance, EMPTY_HISTORY, type History } from './history';

export interface Replayed {
  readonly plan: Plan;
  readonly history: History;
  /** The entries that were done again; all, unless `brokenAt`. */
  readonly entries: readonly JournalEntry[];
  /** Number of the first entry that does not hold or does not fit: it and all later ones are left out. */
  readonly brokenAt: number | null;
}

/** The plan and history of a work: its base, with every entry of its journal done again. */
export function replay({ base, entries, head }: Pick<StoredWork, 'base' | 'entries' | 'head'>): Replayed {
  const fault = verifyChain(entries, head);
  let plan = planOf(base);
  let history = EMPTY_HISTORY;
  for (const [index, entry] of entries.entries()) {
    if (index === fault?.index || misfit(plan, entry.diff) !== null) {
      return { plan, history, entries: entries.slice(0, index), brokenAt: entry.seq };
    }
    plan = apply(plan, entry.diff);
    history = advance(history, entry);
  }
  return { plan, history, entries, brokenAt: null };
}
