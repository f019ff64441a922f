import { differingKeys } from '../../domain/compare/compare-plans';
import type { Plan } from '../../domain/plan';
import { verifyChain, type JournalEntry } from '../../io/journal/journal';
import { planAt } from './journal-entries';

/** A plan with the journal that led to it. */
export interface Chronicle {
  readonly plan: Plan;
  readonly entries: readonly JournalEntry[];
}

/** A state that two plans have in common. */
export interface CommonBase {
  readonly plan: Plan;
  /** Number of the last entry that both journals have; 0: they begin with the same project. */
  readonly seq: number;
}

/**
 * The last state that both went through, as far as their journals prove it: up to the last entry that both have. Without
 * one it is the state before both journals, if that is the same. Null where they have nothing in common.
 */
export function commonBase(mine: Chronicle, theirs: Chronicle): CommonBase | null {
  const shared = sharedEntries(mine.entries, theirs.entries);
  const last = mine.entries[shared - 1];
  if (last) {
    const plan = planAt(mine.plan, mine.entries, last.seq);
    return plan && { plan, seq: last.seq };
  }
  const [own, other] = [mine, theirs].map(({ plan, entries }) => planAt(plan, entries, 0));
  return own && other && differingKeys(own, other).length === 0 ? { plan: own, seq: 0 } : null;
}

/** How many entries both begin with. What follows an entry that was tampered with proves nothing. */
function sharedEntries(mine: readonly JournalEntry[], theirs: readonly JournalEntry[]): number {
  let shared = 0;
  while (mine[shared] && mine[shared]?.hash === theirs[shared]?.hash) shared += 1;
  const fault = verifyChain(theirs.slice(0, shared));
  return fault ? fault.index : shared;
}
