import type { Message } from '../domain/message';
import { invert, type PlanDiff } from '../domain/plan-diff';

/** One thing that can be undone. */
export interface HistoryEntry {
  readonly diff: PlanDiff;
  readonly label: Message;
}

export interface History {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

export const EMPTY_HISTORY: History = { past: [], future: [] };

/** Labels of journal entries that move through history instead of adding to it. */
export const UNDO = 'history.undo';
export const REDO = 'history.redo';

/** History after a transaction of that label, whether done now or read from the journal. */
export function advance(history: History, entry: HistoryEntry): History {
  if (entry.label.code === UNDO) {
    const undone = history.past.at(-1);
    if (!undone) return history;
    return { past: history.past.slice(0, -1), future: [undone, ...history.future] };
  }
  if (entry.label.code === REDO) {
    const redone = history.future[0];
    if (!redone) return history;
    return { past: [...history.past, redone], future: history.future.slice(1) };
  }
  const { diff, label } = entry;
  return { past: [...history.past, { diff, label }], future: [] };
}

/** The transaction that takes back the last entry; null if there is none. */
export function undoOf(history: History): HistoryEntry | null {
  const last = history.past.at(-1);
  return last
    ? {
        diff: invert(last.diff),
        label: { code: UNDO, params: { of: last.label.code, ...last.label.params } },
      }
    : null;
}

/** The transaction that does again what was undone last; null if there is none. */
export function redoOf(history: History): HistoryEntry | null {
  const next = history.future[0];
  return next
    ? { diff: next.diff, label: { code: REDO, params: { of: next.label.code, ...next.label.params } } }
    : null;
}
