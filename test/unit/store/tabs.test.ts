import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyChain } from '../../../src/io/journal/journal';
import { openJournalDb } from '../../../src/io/journal/journal-db';
import { browser } from '../../builders/app';
import { addSchool, codes, names } from '../../builders/school-work';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('two tabs', () => {
  test('one writes, the other is locked and follows, then takes over', async () => {
    const { openTab } = browser('a');
    const writer = await openTab();
    await writer.project.openSample('test');
    addSchool(writer, '一');
    await writer.idle();

    const follower = await openTab();
    expect(await follower.project.restore()).toBe(true);
    await follower.idle();
    expect(follower.plan.getState().locked).toEqual({ code: 'tab.following' });
    expect(follower.project.getState().autosave).toBe('off');
    expect(names(follower)).toContain('一');
    const refused = follower.plan.undo('别人');
    expect(refused).toEqual({ ok: false, error: { code: 'tab.following' } });
    await follower.project.create('别的');
    expect(names(follower)).toContain('一');

    let readAgain = 0;
    follower.plan.onReset(() => (readAgain += 1));
    addSchool(writer, '二');
    addSchool(writer, '二乙');
    await writer.idle();
    await follower.idle();
    expect(readAgain).toBe(0);
    expect(names(follower)).toEqual(names(writer));
    expect(follower.plan.getState().history).toEqual(writer.plan.getState().history);

    await writer.project.create('另一个');
    await writer.idle();
    await follower.idle();
    expect(names(follower)).toEqual([]);
    addSchool(writer, '三');
    await writer.idle();

    writer.stop();
    await follower.idle();
    await follower.idle();
    expect(follower.plan.getState().locked).toBeNull();
    expect(codes(follower)).toContain('tab.took-over');
    addSchool(follower, '四');
    await follower.idle();
    const work = await (await openJournalDb('a')).read();
    expect(work?.entries.map(({ label }) => label.params?.name)).toEqual(['三', '四']);
    expect(verifyChain(work?.entries ?? [])).toBeNull();
  });

  test('a follower that has missed something reads it all again before it writes', async () => {
    const { openTab } = browser('a');
    const writer = await openTab();
    await writer.project.openSample('test');
    await writer.idle();
    const deaf = { post: () => undefined, listen: () => () => undefined, close: () => undefined };
    const follower = await openTab({ channel: deaf });
    await follower.project.restore();
    addSchool(writer, '一');
    await writer.idle();
    expect(names(follower)).toHaveLength(2);
    writer.stop();
    for (let turn = 0; turn < 5; turn++) await follower.idle();
    expect(follower.plan.getState().locked).toBeNull();
    expect(names(follower)).toEqual(['城东小学', '城西小学', '一']);
  });
});
