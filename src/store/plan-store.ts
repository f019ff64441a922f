import { createStore, type StoreApi } from 'zustand/vanilla';
import { message, type Message } from '../domain/message';
import { EMPTY_PLAN, planOf, type Plan, type PlanRecord } from '../domain/plan';
import { apply, isEmpty, misfit, type PlanDiff } from '../domain/plan-diff';
import { err, ok, type Result } from '../domain/result';
import { advance, EMPTY_HISTORY, redoOf, undoOf, type History, type HistoryEntry } from './history';

/** A change that has been made: what the journal, the engine and the map follow. */
export interface Transaction extends HistoryEntry {
  readonly revision: number;
  readonly actor: string;
}

export interface PlanState {
  readonly plan: Plan;
  /** Counts transactions since the project was opened or made. */
  readonly revision: number;
  readonly history: History;
  /** Why nothing can be changed now (another tab writes); null if it can. */
  readonly locked: Message | null;
}

export interface PlanStore extends StoreApi<PlanState> {
  /** The only writer of the plan: validates, applies, records in history, bumps the revision, tells the listeners. */
  transact(diff: PlanDiff, about: { label: Message; actor: string }): Result<number, Message>;
  undo(actor: string): Result<number, Message>;
  redo(actor: string): Result<number, Message>;
  /** Replaces everything: another project was opened. */
  reset(records: Iterable<PlanRecord>, revision?: number, history?: History): void;
  lock(reason: Message | null): void;
  /** Does what the writing tab did, although this one is locked. */
  follow(entry: HistoryEntry, actor: string): Result<number, Message>;
  onTransaction(listener: (transaction: Transaction) => void): () => void;
  onReset(listener: () => void): () => void;
}

export function createPlanStore(): PlanStore {
  const store = createStore<PlanState>(() => ({
    plan: EMPTY_PLAN,
    revision: 0,
    history: EMPTY_HISTORY,
    locked: null,
  }));
  const transactionListeners = new Set<(transaction: Transaction) => void>();
  const resetListeners = new Set<() => void>();

  const commit = (entry: HistoryEntry, actor: string): Result<number, Message> => {
    const { plan, history, revision } = store.getState();
    const key = misfit(plan, entry.diff);
    if (key !== null) return err(message('plan.misfit', { key }));
    const next = revision + 1;
    store.setState({ plan: apply(plan, entry.diff), history: advance(history, entry), revision: next });
    for (const listener of transactionListeners) listener({ ...entry, actor, revision: next });
    return ok(next);
  };

  const commitUnlocked = (entry: HistoryEntry, actor: string): Result<number, Message> => {
    const { locked } = store.getState();
    return locked ? err(locked) : commit(entry, actor);
  };

  return Object.assign(store, {
    transact(diff: PlanDiff, { label, actor }: { label: Message; actor: string }) {
      if (isEmpty(diff)) return ok(store.getState().revision);
      return commitUnlocked({ diff, label }, actor);
    },
    follow: commit,
    undo(actor: string) {
      const entry = undoOf(store.getState().history);
      return entry ? commitUnlocked(entry, actor) : err(message('history.nothing-to-undo'));
    },
    redo(actor: string) {
      const entry = redoOf(store.getState().history);
      return entry ? commitUnlocked(entry, actor) : err(message('history.nothing-to-redo'));
    },
    reset(records: Iterable<PlanRecord>, revision = 0, history: History = EMPTY_HISTORY) {
      store.setState({ plan: planOf(records), revision, history });
      for (const listener of resetListeners) listener();
    },
    lock(reason: Message | null) {
      store.setState({ locked: reason });
    },
    onTransaction(listener: (transaction: Transaction) => void) {
      transactionListeners.add(listener);
      return () => transactionListeners.delete(listener);
    },
    onReset(listener: () => void) {
      resetListeners.add(listener);
      return () => resetListeners.delete(listener);
    },
  });
}
