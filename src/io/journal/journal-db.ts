import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { PlanRecord } from '../../domain/plan';
import type { ChainHead, JournalEntry } from './journal';

/** A project that was opened or made in this browser, without its content. */
export interface WorkSummary {
  /** Later works have greater numbers. */
  readonly id: number;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** What a work began with. `home` and `extras` are whatever the caller wants back; they can be cloned. */
export interface NewWork {
  readonly name: string;
  readonly startedAt: string;
  readonly base: readonly PlanRecord[];
  /** The end of the journal that the project brought along. */
  readonly head: ChainHead;
  readonly home: unknown;
  readonly extras: unknown;
}

export interface StoredWork extends NewWork {
  readonly id: number;
  /** In order. */
  readonly entries: readonly JournalEntry[];
}

/** Layer files by SHA-256. */
export type Contents = ReadonlyMap<string, Uint8Array>;

/**
 * The journal in the browser's IndexedDB. Works and entries are only ever added; each call is one transaction, so
 * that a crash leaves all of it or nothing.
 */
export interface JournalDb {
  /** Starts a work; the oldest works beyond `KEPT_WORKS` go, and files that no work needs any more. */
  begin(work: NewWork, contents: Contents): Promise<number>;
  /** Rejects, and writes nothing, where the entries do not follow the last one of that work. */
  append(work: number, entries: readonly JournalEntry[], contents: Contents): Promise<void>;
  /** The work of that number, or the latest one; null if there is none. */
  read(work?: number): Promise<StoredWork | null>;
  entriesAfter(work: number, seq: number): Promise<JournalEntry[]>;
  setHome(work: number, home: unknown): Promise<void>;
  content(hash: string): Promise<Uint8Array | null>;
  /** The layer files that some work needs, by hash, wherever they are kept. */
  hashes(): Promise<readonly string[]>;
  /** Latest first. */
  list(): Promise<WorkSummary[]>;
  close(): void;
}

export const KEPT_WORKS = 8;

interface Schema extends DBSchema {
  works: {
    key: number;
    value: Omit<NewWork, 'base' | 'extras'> & { readonly hashes: readonly string[] };
  };
  bases: { key: number; value: Pick<NewWork, 'base' | 'extras'> };
  entries: { key: [work: number, seq: number]; value: JournalEntry };
  contents: { key: string; value: Uint8Array };
}

const STORES = ['works', 'bases', 'entries', 'contents'] as const;
type Writing = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

const allOf = (work: number) => IDBKeyRange.bound([work, 0], [work, Infinity]);

function hashesOf(records: readonly PlanRecord[]): string[] {
  return records.flatMap((record) =>
    record.kind === 'layer' && record.layer.hash !== undefined ? [record.layer.hash] : [],
  );
}

/** Every layer file that an entry leads to or, undone, leads back to. */
function hashesIn({ diff }: JournalEntry): string[] {
  return hashesOf([...diff.created, ...diff.modified.flat(), ...diff.deleted]);
}

async function keep(writing: Writing, contents: Contents): Promise<void> {
  const store = writing.objectStore('contents');
  for (const [hash, bytes] of contents) {
    if ((await store.getKey(hash)) === undefined) await store.put(bytes, hash);
  }
}

async function prune(writing: Writing): Promise<void> {
  const works = writing.objectStore('works');
  const ids = await works.getAllKeys();
  const old = ids.slice(0, Math.max(0, ids.length - KEPT_WORKS));
  for (const id of old) {
    await works.delete(id);
    await writing.objectStore('bases').delete(id);
    await writing.objectStore('entries').delete(allOf(id));
  }
  if (old.length === 0) return;
  const needed = new Set((await works.getAll()).flatMap(({ hashes }) => hashes));
  const contents = writing.objectStore('contents');
  for (const hash of await contents.getAllKeys()) if (!needed.has(hash)) await contents.delete(hash);
}

/** Runs `job` in one transaction; whatever goes wrong in it, nothing of it is kept. */
async function writeAll<T>(db: IDBPDatabase<Schema>, job: (writing: Writing) => Promise<T>): Promise<T> {
  const writing = db.transaction([...STORES], 'readwrite', { durability: 'strict' });
  // Its rejection comes again from `await writing.done`; without a listener it would count as unhandled.
  writing.done.catch(() => undefined);
  try {
    const answer = await job(writing);
    await writing.done;
    return answer;
  } catch (error) {
    try {
      writing.abort();
    } catch {
      // The browser has aborted it already: there is nothing left to give up.
    }
    throw error;
  }
}

/** Opens (or makes) the journal. Rejects where the browser keeps no data, e.g. in some private windows. */
export async function openJournalDb(name = 'xuezhi'): Promise<JournalDb> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('works', { autoIncrement: true });
      fresh.createObjectStore('bases');
      fresh.createObjectStore('entries');
      fresh.createObjectStore('contents');
    },
  });
  const entriesAfter = (work: number, seq: number) =>
    db.getAll('entries', IDBKeyRange.bound([work, seq], [work, Infinity], true));

  return {
    begin: ({ base, extras, ...work }, contents) =>
      writeAll(db, async (writing) => {
        await keep(writing, contents);
        const hashes = hashesOf(base);
        const id = await writing.objectStore('works').add({ ...work, hashes });
        await writing.objectStore('bases').add({ base, extras }, id);
        await prune(writing);
        return id;
      }),
    append: (id, entries, contents) =>
      writeAll(db, async (writing) => {
        const work = await writing.objectStore('works').get(id);
        if (!work) throw new Error(`work ${id} is not in the journal`);
        await keep(writing, contents);
        const store = writing.objectStore('entries');
        const last = await store.openCursor(allOf(id), 'prev');
        let head: ChainHead = last?.value ?? work.head;
        for (const entry of entries) {
          if (entry.seq !== head.seq + 1 || entry.prevHash !== head.hash) {
            throw new Error(`entry ${entry.seq} does not follow entry ${head.seq}`);
          }
          await store.add(entry, [id, entry.seq]);
          head = entry;
        }
        const hashes = Array.from(new Set([...work.hashes, ...entries.flatMap(hashesIn)]));
        if (hashes.length > work.hashes.length)
          await writing.objectStore('works').put({ ...work, hashes }, id);
      }),
    async read(wanted) {
      const id = wanted ?? (await db.getAllKeys('works')).at(-1);
      if (id === undefined) return null;
      const reading = db.transaction(['works', 'bases', 'entries']);
      const [work, base, entries] = await Promise.all([
        reading.objectStore('works').get(id),
        reading.objectStore('bases').get(id),
        reading.objectStore('entries').getAll(allOf(id)),
      ]);
      if (!work || !base) return null;
      const { name: workName, startedAt, head, home } = work;
      return { id, name: workName, startedAt, head, home, ...base, entries };
    },
    entriesAfter,
    setHome: (id, home) =>
      writeAll(db, async (writing) => {
        const work = await writing.objectStore('works').get(id);
        if (work) await writing.objectStore('works').put({ ...work, home }, id);
      }),
    hashes: async () => (await db.getAll('works')).flatMap(({ hashes }) => hashes),
    content: async (hash) => (await db.get('contents', hash)) ?? null,
    async list() {
      const reading = db.transaction('works');
      const [ids, works] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
      return works
        .map(({ name: workName, startedAt }, index) => ({ id: ids[index]!, name: workName, startedAt }))
        .reverse();
    },
    close: () => db.close(),
  };
}
