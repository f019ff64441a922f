import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { setProperties } from '../../../src/domain/operations/set-properties';
import type { Plan } from '../../../src/domain/plan';
import { verifyChain } from '../../../src/io/journal/journal';
import { openJournalDb, type JournalDb } from '../../../src/io/journal/journal-db';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { verifyJournal } from '../../../src/io/journal/verify-journal';
import { testDesk } from '../../builders/folders';
import { addSchool, codes, names } from '../../builders/school-work';
import { browser, filesOf, PROJECT_FILES } from '../../builders/app';
import { writeZip } from '../../../src/io/project/write-zip';

function rename(stores: RunningStores, id: string, name: string): void {
  const diff = setProperties(stores.plan.getState().plan, { collection: 'schools', id, changes: { name } });
  if (diff.ok)
    stores.plan.transact(diff.value, { label: { code: 'op.rename-site', params: { name } }, actor: '李工' });
}

const sorted = (plan: Plan) => Array.from(plan).sort(([a], [b]) => (a < b ? -1 : 1));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the work of last time', () => {
  test('is there after a reload, with everything that can be undone and redone', async () => {
    const { openTab } = browser('a');
    const first = await openTab();
    await first.project.openSample('test');
    addSchool(first, '新校一');
    rename(first, 'S-0001', '城东中心小学');
    addSchool(first, '新校二');
    first.plan.undo('李工');
    await first.idle();
    const before = first.plan.getState();
    const findings = first.analysis.getState().analysis?.findings;
    first.stop();

    const again = await openTab();
    expect(await again.project.restore()).toBe(true);
    await again.idle();
    const after = again.plan.getState();
    expect(sorted(after.plan)).toEqual(sorted(before.plan));
    expect(after.revision).toBe(4);
    expect(after.history).toEqual(before.history);
    expect(findings?.length).toBeGreaterThan(0);
    expect(again.analysis.getState().analysis?.findings).toEqual(findings);
    expect(again.project.getState()).toMatchObject({
      home: { kind: 'sample', id: 'test' },
      autosave: 'saved',
    });

    again.plan.redo('李工');
    expect(names(again)).toEqual(['城东中心小学', '城西小学', '新校一', '新校二']);
    again.plan.undo('李工');
    again.plan.undo('李工');
    again.plan.undo('李工');
    expect(names(again)).toEqual(['城东小学', '城西小学']);
    expect(codes(again)).toEqual([]);
  });

  test('goes on in one chain over reloads', async () => {
    const { openTab } = browser('a');
    const first = await openTab();
    await first.project.openSample('test');
    addSchool(first, '新校一');
    await first.idle();
    first.stop();
    const second = await openTab();
    await second.project.restore();
    addSchool(second, '新校二');
    await second.idle();
    const work = await (await openJournalDb('a')).read();
    expect(work?.entries.map(({ seq, actor }) => [seq, actor])).toEqual([
      [1, '李工'],
      [2, '李工'],
    ]);
    expect(verifyChain(work?.entries ?? [])).toBeNull();
  });

  test('is that of the project opened last; former ones are kept, and come back by number', async () => {
    const { openTab } = browser('a');
    const first = await openTab();
    await first.project.openSample('test');
    addSchool(first, '新校一');
    await first.idle();
    await first.project.create('空项目');
    await first.idle();
    first.stop();
    const desk = testDesk();
    const again = await openTab({ desk });
    await again.project.restore();
    expect(names(again)).toEqual([]);
    const { works } = again.project.getState();
    expect(works.map(({ name }) => name)).toEqual(['空项目', '测试城']);
    await again.project.restore(works[1]?.id);
    expect(names(again)).toContain('新校一');
    rename(again, 'S-0001', '改名');
    await again.project.save();
    const saved = unzipSync(await desk.bytes(0))['journal.jsonl'];
    const { entries, fault } = verifyJournal(saved ?? new Uint8Array());
    expect(entries?.map(({ label }) => label.code)).toEqual(['op.create-school', 'op.rename-site']);
    expect(fault).toBeNull();
    await again.idle();
    again.stop();
    const third = await openTab();
    await third.project.restore();
    expect(names(third)).toContain('新校一');
  });

  test('is not there in a fresh browser', async () => {
    const tab = await browser('a').openTab();
    expect(await tab.project.restore()).toBe(false);
    expect(tab.project.getState().status).toBe('none');
  });

  test('ends before an entry that was tampered with, and says so', async () => {
    const { openTab } = browser('a');
    const first = await openTab();
    await first.project.openSample('test');
    for (const name of ['一', '二', '三']) addSchool(first, name);
    await first.idle();
    first.stop();
    const tampered = (db: JournalDb): JournalDb => ({
      ...db,
      read: async (id) => {
        const work = await db.read(id);
        if (work?.id !== 1) return work;
        return {
          ...work,
          entries: work.entries.map((entry) => (entry.seq === 2 ? { ...entry, actor: '别人' } : entry)),
        };
      },
    });
    const again = await openTab({ wrapDb: tampered });
    await again.project.restore();
    expect(names(again)).toEqual(['城东小学', '城西小学', '一']);
    expect(codes(again)).toEqual(['journal.broken']);
    addSchool(again, '四');
    await again.idle();
    again.stop();
    const third = await openTab({ wrapDb: tampered });
    await third.project.restore();
    expect(names(third)).toEqual(['城东小学', '城西小学', '一', '四']);
  });
});

describe('what cannot be written', () => {
  /** A journal that fails from the n-th append on, until it is mended. */
  function failing() {
    const fault = { on: false };
    const wrapDb = (db: JournalDb): JournalDb => ({
      ...db,
      append: (...input) =>
        fault.on ? Promise.reject(new Error('QuotaExceededError')) : db.append(...input),
    });
    return { fault, wrapDb };
  }

  test('is told at once and once, kept, and written when it can be', async () => {
    const { openTab } = browser('a');
    const { fault, wrapDb } = failing();
    const first = await openTab({ wrapDb });
    await first.project.openSample('test');
    addSchool(first, '一');
    await first.idle();
    fault.on = true;
    addSchool(first, '二');
    await first.idle();
    addSchool(first, '三');
    await first.idle();
    expect(codes(first)).toEqual(['journal.write-failed']);
    expect(first.project.getState().autosave).toBe('failed');
    expect(names(first)).toContain('三');

    fault.on = false;
    addSchool(first, '四');
    await first.idle();
    expect(first.project.getState().autosave).toBe('saved');
    first.stop();
    const again = await openTab();
    await again.project.restore();
    expect(names(again).slice(2)).toEqual(['一', '二', '三', '四']);
  });

  test('can still be saved to a file', async () => {
    const { fault, wrapDb } = failing();
    fault.on = true;
    const downloads: Uint8Array[] = [];
    const desk = {
      download: (_name: string, bytes: Uint8Array) => void downloads.push(bytes),
      reopenFolder: () => null,
    };
    const first = await browser('a').openTab({ wrapDb, desk });
    await first.project.openZip('a.zip', writeZip(filesOf(PROJECT_FILES)));
    addSchool(first, '一');
    await first.project.save();
    const second = await browser('b').openTab();
    await second.project.openZip('b.zip', downloads[0] ?? new Uint8Array());
    expect(sorted(second.plan.getState().plan)).toEqual(sorted(first.plan.getState().plan));
  });

  test('in a browser that keeps nothing the work goes on, and that is told', async () => {
    const tab = await browser('a').openTab({ db: null });
    await tab.project.openSample('test');
    addSchool(tab, '一');
    await tab.idle();
    expect(codes(tab)).toEqual(['journal.unavailable']);
    expect(tab.project.getState()).toMatchObject({ status: 'ready', autosave: 'failed' });
    expect(await tab.project.restore()).toBe(false);
  });
});
