import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlanRecord } from '../domain/plan';
import type { JournalEntry } from '../io/journal/journal';
import { writeJsonl } from '../io/journal/jsonl';
import { verifyingJournal, type AuditFault } from '../io/journal/verify-journal';
import { verifyRecords } from '../io/journal/verify-records';
import { entriesIn } from './compare/journal-entries';
import { inSlices } from './in-slices';

/** What was done to the project, and what it has come to. */
export interface Audited {
  /** Text of the journal that the project brought along. */
  readonly journal: string;
  /** What was done since it was opened. */
  readonly since: readonly JournalEntry[];
  readonly records: readonly PlanRecord[];
}

export interface AuditState {
  /** The whole journal of the project, from before it was opened on; oldest first. */
  readonly entries: readonly JournalEntry[];
  /** Where journal, decisions or comments are not as they were written; null while that is being verified. */
  readonly faults: readonly AuditFault[] | null;
}

export interface AuditStore extends StoreApi<AuditState> {
  /**
   * Reads the journal as it would be saved now and verifies it to the byte, then the decisions and comments against it;
   * some milliseconds at a time. A later call takes the place of one that is under way.
   */
  verify(): Promise<void>;
  /** Lets go of what was read, and stops reading: nobody looks any more. */
  forget(): void;
}

const UNREAD: AuditState = { entries: [], faults: null };

/** The journal as something to be read. It is read when it is asked for, and not with each change. */
export function createAuditStore(now: () => Audited): AuditStore {
  const store = createStore<AuditState>(() => UNREAD);
  let asked = 0;
  return Object.assign(store, {
    async verify() {
      asked += 1;
      const mine = asked;
      store.setState({ faults: null });
      const { journal, since, records } = now();
      const job = auditing({ journal, since: Array.from(since), records });
      const done = await inSlices(job, () => asked !== mine);
      if (done) store.setState(done.value);
    },
    forget() {
      asked += 1;
      store.setState(UNREAD);
    },
  });
}

/** By steps, an entry each. Of a journal that is not to be read to its end, the entries are those before that. */
function* auditing({ journal, since, records }: Audited): Generator<void, AuditState> {
  let text = journal;
  for (const entry of since) {
    text += writeJsonl([entry]);
    yield;
  }
  const { entries, fault } = yield* verifyingJournal(new TextEncoder().encode(text));
  if (fault || !entries) return { entries: entries ?? entriesIn(text), faults: fault ? [fault] : [] };
  return { entries, faults: verifyRecords(entries, records) };
}
