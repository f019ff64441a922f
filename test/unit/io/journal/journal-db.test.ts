import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_DIFF } from '../../../../src/domain/plan-diff';
import {
  EMPTY_CHAIN,
  makeEntry,
  type ChainHead,
  type JournalEntry,
} from '../../../../src/io/journal/journal';
import { KEPT_WORKS, openJournalDb, type NewWork } from '../../../../src/io/journal/journal-db';
import { layerRecord, projectRecord, schoolRecord } from '../../../builders/plan-records';

const WORK: NewWork = {
  name: '江城',
  startedAt: '2025-03-01T08:00:00.000Z',
  base: [projectRecord(), layerRecord({ name: 'parcels', file: 'parcels.geojson', hash: 'aa' })],
  head: EMPTY_CHAIN,
  home: { kind: 'zip', name: 'a.zip' },
  extras: { decisions: null },
};

const bytes = (...values: number[]) => Uint8Array.from(values);
const contentsOf = (...hashes: string[]) => new Map(hashes.map((hash, index) => [hash, bytes(index)]));

function entryAfter(head: ChainHead, id: string): JournalEntry {
  const diff = { ...EMPTY_DIFF, created: [schoolRecord(id)] };
  return makeEntry(head, { at: 'T', actor: '', label: { code: 'op.create-school' }, diff });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('journal in IndexedDB', () => {
  test('gives back the base, the entries in order and the layer files, after it was closed too', async () => {
    const db = await openJournalDb();
    const id = await db.begin(WORK, contentsOf('aa'));
    const first = entryAfter(EMPTY_CHAIN, 'S-1');
    const second = entryAfter(first, 'S-2');
    await db.append(id, [first], new Map());
    await db.append(id, [second], new Map());
    db.close();

    const again = await openJournalDb();
    expect(await again.read()).toEqual({ ...WORK, id, entries: [first, second] });
    expect(await again.content('aa')).toEqual(bytes(0));
    expect(await again.content('bb')).toBeNull();
    expect(await again.entriesAfter(id, 1)).toEqual([second]);
  });

  test('is empty at first', async () => {
    const db = await openJournalDb();
    expect(await db.read()).toBeNull();
    expect(await db.list()).toEqual([]);
  });

  test('an entry that does not follow the last is refused, with everything that came with it', async () => {
    const db = await openJournalDb();
    const id = await db.begin(WORK, contentsOf('aa'));
    const first = entryAfter(EMPTY_CHAIN, 'S-1');
    await db.append(id, [first], new Map());
    const rival = entryAfter(EMPTY_CHAIN, 'S-9');
    await expect(db.append(id, [rival], contentsOf('zz'))).rejects.toThrow('entry 1 does not follow entry 1');
    await expect(db.append(id, [entryAfter(first, 'S-2'), rival], contentsOf('zz'))).rejects.toThrow();
    const unbound = entryAfter({ seq: 1, hash: 'f'.repeat(64) }, 'S-2');
    await expect(db.append(id, [unbound], contentsOf('zz'))).rejects.toThrow(
      'entry 2 does not follow entry 1',
    );
    expect((await db.read(id))?.entries).toEqual([first]);
    expect(await db.content('zz')).toBeNull();
  });

  test('the entries of a work go on from the journal that its project brought along', async () => {
    const db = await openJournalDb();
    const head = { seq: 41, hash: 'ab'.repeat(32) };
    const id = await db.begin({ ...WORK, head }, new Map());
    await expect(db.append(id, [entryAfter(EMPTY_CHAIN, 'S-1')], new Map())).rejects.toThrow();
    await db.append(id, [entryAfter(head, 'S-1')], new Map());
    expect((await db.read(id))?.entries[0]?.seq).toBe(42);
  });

  test('keeps the latest works, and the files that one of them needs', async () => {
    const db = await openJournalDb();
    const layer = (hash: string) => layerRecord({ name: 'roads', file: 'roads.geojson', hash });
    const oldest = await db.begin({ ...WORK, base: [layer('old')] }, contentsOf('old'));
    const second = await db.begin({ ...WORK, base: [layer('kept')] }, contentsOf('kept'));
    const imported = makeEntry(EMPTY_CHAIN, {
      at: 'T',
      actor: '',
      label: { code: 'op.import' },
      diff: { ...EMPTY_DIFF, modified: [[layer('kept'), layer('imported')]] },
    });
    await db.append(second, [imported], contentsOf('imported'));
    for (let count = 2; count < KEPT_WORKS + 1; count++) await db.begin({ ...WORK, base: [] }, new Map());
    expect(await db.read(oldest)).toBeNull();
    expect(await db.content('old')).toBeNull();
    expect(await db.content('kept')).not.toBeNull();
    expect(await db.content('imported')).not.toBeNull();
    const ids = (await db.list()).map(({ id }) => id);
    expect(ids).toHaveLength(KEPT_WORKS);
    expect(ids.at(-1)).toBe(second);
    expect((await db.read())?.id).toBe(ids[0]);
  });

  test('remembers a new home', async () => {
    const db = await openJournalDb();
    const id = await db.begin(WORK, new Map());
    await db.setHome(id, { kind: 'folder', name: '江城' });
    expect(await db.read(id)).toMatchObject({ home: { kind: 'folder', name: '江城' }, base: WORK.base });
  });

  test('what cannot be stored is told, and leaves nothing behind', async () => {
    const db = await openJournalDb();
    const unclonable = { ...WORK, extras: () => undefined };
    await expect(db.begin(unclonable, contentsOf('aa'))).rejects.toThrow();
    expect(await db.read()).toBeNull();
    expect(await db.content('aa')).toBeNull();
  });
});
