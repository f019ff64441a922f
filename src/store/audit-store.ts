import { createStore, type StoreApi } from 'zustand/vanilla';
import { Pace } from '../io/import/pace';
import {
  EMPTY_CHAIN,
  verifyChain,
  type ChainFault,
  type ChainHead,
  type JournalEntry,
} from '../io/journal/journal';

/** Whether each entry is what was written, and bound to the one before. */
export type ChainCheck =
  | { readonly status: 'none' | 'whole' }
  | { readonly status: 'checking'; readonly done: number }
  | { readonly status: 'broken'; readonly fault: ChainFault };

export interface AuditState {
  /** The whole journal of the project, oldest first. */
  readonly entries: readonly JournalEntry[];
  readonly check: ChainCheck;
}

export interface AuditStore extends StoreApi<AuditState> {
  /** Reads the journal as it is now. */
  refresh(): void;
  /** Looks at every entry, some milliseconds at a time. */
  verify(): Promise<void>;
}

/** The journal as something to be read. It is read when it is asked for, and not with each change. */
export function createAuditStore(entriesNow: () => readonly JournalEntry[]): AuditStore {
  const store = createStore<AuditState>(() => ({ entries: [], check: { status: 'none' } }));
  let asked = 0;
  return Object.assign(store, {
    refresh() {
      asked += 1;
      store.setState({ entries: entriesNow(), check: { status: 'none' } });
    },
    async verify() {
      asked += 1;
      const mine = asked;
      const { entries } = store.getState();
      const pace = new Pace();
      let head: ChainHead = EMPTY_CHAIN;
      store.setState({ check: { status: 'checking', done: 0 } });
      for (const [index, entry] of entries.entries()) {
        const fault = verifyChain([entry], head);
        if (fault) {
          store.setState({ check: { status: 'broken', fault: { ...fault, index } } });
          return;
        }
        head = entry;
        if (!pace.isDue) continue;
        await pace.rest(index, entries.length);
        if (asked !== mine) return;
        store.setState({ check: { status: 'checking', done: index + 1 } });
      }
      store.setState({ check: { status: 'whole' } });
    },
  });
}
