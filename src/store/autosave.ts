import type { Message } from '../domain/message';
import type { PlanRecord } from '../domain/plan';
import type { PlanDiff } from '../domain/plan-diff';
import { entrySteps } from '../io/journal/entry-steps';
import { EMPTY_CHAIN, headOf, type ChainHead, type JournalEntry } from '../io/journal/journal';
import type { Contents, JournalDb, NewWork } from '../io/journal/journal-db';
import type { TabChannel } from '../io/journal/tab-channel';
import { bytesOf, type ContentStore } from './content-store';
import { nextTurn } from '../io/import/next-turn';
import { createEntryMaker } from './entry-maker';
import { failureOf } from './engine-port';
import type { PlanStore } from './plan-store';
import type { ProjectSessionState } from './project-session';

export interface AutosaveDeps {
  readonly plan: PlanStore;
  readonly contents: ContentStore;
  /** Null where the browser keeps no data. */
  readonly db: JournalDb | null;
  readonly channel: TabChannel;
  /** The layer files that works need; others may go. */
  readonly keepOnly: (hashes: readonly string[]) => Promise<void>;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly onStatus: (status: ProjectSessionState['autosave']) => void;
  readonly onFailure: (failure: Message) => void;
}

/** What a new work is, besides the plan as it is now. */
export type WorkStart = Pick<NewWork, 'name' | 'home' | 'extras' | 'head'>;

/**
 * Writes every transaction to the journal, in order; what cannot be written is told at once, kept, and tried again
 * with the next transaction. A follower writes nothing.
 */
export interface Autosave {
  /** The plan was replaced by another project: writes it as the base of a new work. */
  begin(start: WorkStart): void;
  /** The plan was read from the journal; what comes now goes after `entries`. */
  resume(work: number, head: ChainHead, entries: readonly JournalEntry[]): void;
  setHome(home: unknown): void;
  setWriting(writing: boolean): void;
  /** Number of the work in hand; null while its base is not written. */
  work(): number | null;
  /** The transactions of this work, from its base. */
  entries(): readonly JournalEntry[];
  head(): ChainHead;
  /** An entry that another tab has written. */
  note(entry: JournalEntry): void;
  /** Resolves when all is written, or cannot be. */
  idle(): Promise<void>;
  stop(): void;
}

type Job =
  | { readonly kind: 'base'; readonly work: NewWork }
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  | { readonly kind: 'home'; readonly home: unknown };

function hashesIn(records: readonly PlanRecord[]): string[] {
  return records.flatMap((record) =>
    record.kind === 'layer' && record.layer.hash ? [record.layer.hash] : [],
  );
}

/** To hash more records than this takes a turn of its own. */
const MANY_RECORDS = 200;

function isLarge({ created, modified, deleted }: PlanDiff): boolean {
  return created.length + modified.length + deleted.length > MANY_RECORDS;
}

export function createAutosave(deps: AutosaveDeps): Autosave {
  const { plan, contents, db, channel } = deps;
  let writing = true;
  let work: number | null = null;
  let start: WorkStart | null = null;
  let first: ChainHead = EMPTY_CHAIN;
  let entries: JournalEntry[] = [];
  const queue: Job[] = [];
  let running: Promise<void> | null = null;
  let failing = false;

  /** Files that are not kept elsewhere: the journal keeps them itself. */
  const contentsOf = async (records: readonly PlanRecord[]): Promise<Contents> => {
    const found = new Map<string, Uint8Array>();
    for (const hash of hashesIn(records)) {
      if (await contents.settle(hash)) continue;
      const file = await contents.get(hash);
      if (file) found.set(hash, await bytesOf(file));
    }
    return found;
  };

  const write = async (journal: JournalDb, job: Job) => {
    if (job.kind === 'base') {
      work = null;
      work = await journal.begin(job.work, await contentsOf(job.work.base));
      channel.post({ kind: 'work', work });
      await deps.keepOnly(await journal.hashes());
      return;
    }
    if (work === null) throw new Error('the journal has no base');
    if (job.kind === 'home') return journal.setHome(work, job.home);
    const { diff } = job.entry;
    const wanted = [...diff.created, ...diff.modified.map(([, after]) => after)];
    await journal.append(work, [job.entry], await contentsOf(wanted));
    channel.post({ kind: 'entry', work, entry: job.entry });
  };

  const fail = (error: unknown) => {
    deps.onStatus('failed');
    if (!failing) deps.onFailure(failureOf(error, 'journal.write-failed'));
    failing = true;
  };

  const flush = async () => {
    for (let job = queue[0]; job && db; job = queue[0]) {
      try {
        await write(db, job);
      } catch (error) {
        fail(error);
        break;
      }
      failing = false;
      queue.splice(queue.indexOf(job), 1);
    }
    running = null;
    if (queue.length === 0 && writing && db) deps.onStatus('saved');
  };

  const enqueue = (job: Job) => {
    if (!db) {
      if (job.kind === 'base') deps.onStatus('failed');
      return;
    }
    // A new base makes whatever the former work still waits to write needless only if it is written: it stays.
    queue.push(job);
    if (!failing) deps.onStatus('saving');
    // In a turn of its own: to hand over thousands of records takes one.
    running ??= nextTurn().then(flush);
  };

  const begin = (next: WorkStart) => {
    start = next;
    first = next.head;
    entries = [];
    const base = Array.from(plan.getState().plan.values());
    enqueue({ kind: 'base', work: { ...next, startedAt: deps.now(), base } });
  };

  const maker = createEntryMaker(
    (entry) => {
      entries.push(entry);
      enqueue({ kind: 'entry', entry });
    },
    (error) => {
      // Something in the change is no JSON. The plan as it is now becomes a new base, so that it is kept.
      fail(error);
      if (start) begin({ ...start, head: headOf(entries, first) });
    },
  );

  const stopListening = plan.onTransaction(({ diff, label, actor }) => {
    if (!writing) return;
    const at = deps.now();
    if (db && !failing) deps.onStatus('saving');
    maker.add(() => entrySteps(headOf(entries, first), { at, actor, label, diff }), isLarge(diff));
  });

  return {
    begin(next) {
      maker.finish();
      begin(next);
    },
    resume(id, head, written) {
      maker.finish();
      work = id;
      first = head;
      entries = Array.from(written);
      queue.length = 0;
      failing = false;
      if (writing) deps.onStatus('saved');
    },
    setHome(home) {
      if (start) start = { ...start, home };
      if (writing) enqueue({ kind: 'home', home });
    },
    setWriting(next) {
      writing = next;
      deps.onStatus(next ? (db ? 'saved' : 'failed') : 'off');
    },
    work: () => work,
    entries() {
      maker.finish();
      return entries;
    },
    head() {
      maker.finish();
      return headOf(entries, first);
    },
    note(entry) {
      entries.push(entry);
    },
    async idle() {
      maker.finish();
      while (running) await running;
    },
    stop: stopListening,
  };
}
