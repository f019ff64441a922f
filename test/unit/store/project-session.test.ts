import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { strToU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/io/project/file-source';
import { writeZip } from '../../../src/io/project/write-zip';
import { EXPORT_KINDS } from '../../../src/store/project-session';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { renameSite } from '../../../src/commands/edit';
import { browser, collection, filesOf, PROJECT_FILES } from '../../builders/app';
import { testDesk, testFolder } from '../../builders/folders';

const codes = ({ session }: RunningStores) => session.getState().notices.map(({ message }) => message.code);
const SCHOOL = { collection: 'schools', id: 'S-0001' } as const;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function inFolder() {
  const folder = testFolder('江城', PROJECT_FILES);
  const tab = await browser('a').openTab({ desk: testDesk(folder) });
  await tab.project.openFolder();
  await tab.idle();
  return { folder, tab };
}

describe('a folder', () => {
  test('is opened and saved back into: only what has changed is written, project.json last', async () => {
    const { folder, tab } = await inFolder();
    expect(tab.project.getState()).toMatchObject({
      home: { kind: 'folder', name: '江城' },
      savedRevision: null,
    });
    renameSite(tab, SCHOOL, '城东第二小学');
    await tab.project.save();
    expect(folder.written.at(-1)).toBe('project.json');
    folder.written.length = 0;
    renameSite(tab, SCHOOL, '城东中心小学');
    await tab.project.save();
    expect(codes(tab)).toEqual(['project.saved', 'project.saved']);
    expect(folder.text('schools.geojson')).toContain('城东中心小学');
    expect(folder.text('facilities.geojson')).toBe(PROJECT_FILES['facilities.geojson']);
    expect(folder.text('journal.jsonl')).toContain('op.rename-site');
    expect(folder.written.sort()).toEqual(['journal.jsonl', 'schools.geojson']);
    expect(tab.project.getState().savedRevision).toBe(2);
  });

  test('a file that changed outside is not overwritten until the user says so', async () => {
    const { folder, tab } = await inFolder();
    folder.writeOutside('schools.geojson', collection());
    renameSite(tab, SCHOOL, '城东中心小学');
    await tab.project.save();
    expect(folder.text('schools.geojson')).toBe(collection());
    expect(folder.written).toEqual([]);
    expect(tab.project.getState()).toMatchObject({ conflicts: ['schools.geojson'], savedRevision: null });
    expect(tab.session.getState().dialog).toEqual({ kind: 'save-conflict' });
    await tab.project.save({ overwrite: true });
    expect(folder.text('schools.geojson')).toContain('城东中心小学');
    expect(tab.project.getState()).toMatchObject({ conflicts: [], savedRevision: 1 });
  });

  test('a file that was only touched, or one that someone else made, is told apart', async () => {
    const { folder, tab } = await inFolder();
    folder.writeOutside('schools.geojson', PROJECT_FILES['schools.geojson'] ?? '');
    renameSite(tab, SCHOOL, '城东中心小学');
    folder.writeOutside('journal.jsonl', '');
    await tab.project.save();
    expect(tab.project.getState().conflicts).toEqual(['journal.jsonl']);
  });

  test('may not be written where the browser forbids it', async () => {
    const folder = { ...testFolder('江城', PROJECT_FILES), askToWrite: () => Promise.resolve(false) };
    const tab = await browser('a').openTab({ desk: testDesk(folder) });
    await tab.project.openFolder();
    await tab.project.save();
    expect(codes(tab)).toEqual(['project.write-denied']);
    expect(folder.written).toEqual([]);
  });

  test('is found again after a reload, with what was seen of it', async () => {
    const folder = testFolder('江城', PROJECT_FILES);
    const { openTab } = browser('a');
    const first = await openTab({ desk: testDesk(folder) });
    await first.project.openFolder();
    renameSite(first, SCHOOL, '城东中心小学');
    await first.idle();
    first.stop();
    folder.writeOutside('districts.geojson', collection());
    const again = await openTab({ desk: testDesk(folder) });
    await again.project.restore();
    await again.project.save();
    expect(again.project.getState().conflicts).toEqual(['districts.geojson']);
  });
});

describe('bad input changes nothing', () => {
  const broken: readonly (readonly [string, string, Uint8Array])[] = [
    ['not a zip', 'zip-broken', strToU8('PNG')],
    ['no project in it', 'project-missing', writeZip(filesOf({ 'a.txt': '1' }))],
    [
      'a truncated layer',
      'json-truncated',
      writeZip(filesOf({ ...PROJECT_FILES, 'schools.geojson': '{"type":"Fea' })),
    ],
    [
      'a later version',
      'project-version',
      writeZip(filesOf({ 'project.json': '{"format":"xuezhi-project","version":9}' })),
    ],
  ];
  test.each(broken)('%s', async (_name, code, bytes) => {
    const tab = await browser('a').openTab();
    await tab.project.openSample('test');
    renameSite(tab, SCHOOL, '城东中心小学');
    await tab.idle();
    const before = tab.plan.getState();
    const { home } = tab.project.getState();
    await tab.project.openZip('b.zip', bytes);
    await tab.idle();
    expect(tab.plan.getState()).toBe(before);
    expect(tab.project.getState()).toMatchObject({ home, status: 'ready' });
    expect(codes(tab)).toHaveLength(1);
    if (code !== 'json-truncated') expect(codes(tab)).toEqual([code]);
    expect(tab.session.getState().busy).toEqual([]);
  });

  test('with nothing open, the failure is shown in its place', async () => {
    const tab = await browser('a').openTab();
    await tab.project.openSample('no such');
    expect(tab.project.getState()).toMatchObject({
      status: 'failed',
      failure: { code: 'project.no-sample' },
    });
  });

  test('opening can be given up', async () => {
    const tab = await browser('a').openTab();
    await tab.project.openSample('test');
    const before = tab.plan.getState();
    tab.session.subscribe(({ busy }) => busy.find(({ id }) => id === 'project-open')?.cancel?.());
    await tab.project.openZip('a.zip', writeZip(filesOf(PROJECT_FILES)));
    expect(tab.plan.getState()).toBe(before);
    expect(codes(tab)).toEqual(['project.open-cancelled']);
    expect(tab.project.getState()).toMatchObject({ status: 'ready', home: { kind: 'sample' } });
  });

  test('opening can be given up after the last layer too', async () => {
    const files = memorySource(filesOf(PROJECT_FILES));
    const read = (path: string) => {
      if (path.startsWith('rules/')) tab.session.getState().busy[0]?.cancel?.();
      return files.read(path);
    };
    const tab = await browser('a').openTab({ sampleSource: () => ({ list: () => files.list(), read }) });
    await tab.project.openSample('test');
    expect(codes(tab)).toEqual(['project.open-cancelled']);
    expect(tab.project.getState()).toMatchObject({ status: 'none', home: { kind: 'none' } });
  });
});

describe('a zip', () => {
  test('opens to the same state: records, other files, unknown members, journal', async () => {
    const desk = testDesk();
    const { openTab } = browser('a');
    const tab = await openTab({ desk });
    const files = { ...PROJECT_FILES, 'readme.txt': '说明' };
    await tab.project.openZip('a.zip', writeZip(filesOf(files)));
    renameSite(tab, SCHOOL, '城东中心小学');
    await tab.project.save();
    const saved = unzipSync(await desk.bytes(0));
    expect(desk.downloads[0]?.name).toBe('测试城.zip');
    expect(new TextDecoder().decode(saved['readme.txt'])).toBe('说明');
    const before = Array.from(tab.plan.getState().plan).sort();
    await tab.project.openZip('b.zip', await desk.bytes(0));
    expect(Array.from(tab.plan.getState().plan).sort()).toEqual(before);
    renameSite(tab, SCHOOL, '又改名');
    await tab.project.save();
    const journal = new TextDecoder().decode(unzipSync(await desk.bytes(1))['journal.jsonl']);
    expect(
      journal
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { seq: number }).seq),
    ).toEqual([1, 2]);
    expect(codes(tab)).not.toContain('journal.broken');
  });

  test('of the user’s own has the notice about classified data shown, once in a browser; the sample does not', async () => {
    const { openTab } = browser('a');
    const tab = await openTab();
    await tab.project.openSample('test');
    expect(tab.session.getState().dialog).toBeNull();
    await tab.project.openZip('a.zip', writeZip(filesOf(PROJECT_FILES)));
    expect(tab.session.getState().dialog).toEqual({ kind: 'classified-notice' });
    tab.session.setState({ dialog: null });
    await tab.project.openZip('a.zip', writeZip(filesOf(PROJECT_FILES)));
    expect(tab.session.getState().dialog).toBeNull();
  });

  test('whose journal was tampered with opens, and says so', async () => {
    const desk = testDesk();
    const tab = await browser('a').openTab({ desk });
    await tab.project.openSample('test');
    renameSite(tab, SCHOOL, '城东中心小学');
    await tab.project.save();
    const files = new Map(Object.entries(unzipSync(await desk.bytes(0))));
    const journal = new TextDecoder().decode(files.get('journal.jsonl')).replace('中心', '第二');
    files.set('journal.jsonl', strToU8(journal));
    await tab.project.openZip('a.zip', writeZip(files));
    expect(codes(tab)).toContain('journal.broken');
    files.set('journal.jsonl', strToU8('nonsense'));
    await tab.project.openZip('a.zip', writeZip(files));
    expect(codes(tab)).toContain('journal.unreadable');
    await tab.project.save();
    const kept = unzipSync(await desk.bytes(1))['journal.unreadable.jsonl'];
    expect(new TextDecoder().decode(kept)).toBe('nonsense');
  });
});

describe('exports', () => {
  test('every kind is a file of its own', async () => {
    const desk = testDesk();
    const tab = await browser('a').openTab({ desk });
    await tab.project.openSample('test');
    await tab.idle();
    for (const kind of EXPORT_KINDS) await tab.project.exportAs(kind);
    expect(desk.downloads.map(({ name }) => name)).toEqual([
      '测试城-schools.geojson',
      '测试城-reservations.geojson',
      '测试城-zones.geojson',
      '测试城-catchments.geojson',
      '测试城-conflicts.geojson',
      '测试城-conflicts.csv',
      '测试城.zip',
      '测试城-evidence.zip',
    ]);
    const conflicts = JSON.parse(new TextDecoder().decode(await desk.bytes(4))) as {
      notes: string;
      features: { geometry: unknown; properties: Record<string, unknown> }[];
    };
    expect(conflicts.notes).toBe('示例数据,纯属虚构');
    expect(conflicts.features).toHaveLength(1);
    expect(conflicts.features[0]).toMatchObject({
      geometry: { type: 'Point', coordinates: [106.0015, 31.6005] },
      properties: { rule: 'test.near', subject_id: 'S-0001', object_id: 'F-1', geometry_of: 'object' },
    });
    expect(new TextDecoder().decode(await desk.bytes(5))).toContain('城东小学');
  });

  test('one that takes long is watched and given up', async () => {
    const desk = testDesk();
    const tab = await browser('a').openTab({ desk });
    await tab.project.openSample('test');
    await tab.idle();
    const seen: number[] = [];
    tab.session.subscribe(({ busy: [job] }) => {
      if (!job || job.total === 0) return;
      seen.push(job.total);
      job.cancel?.();
    });
    await tab.project.exportAs('zones');
    expect(seen.length).toBeGreaterThan(0);
    expect(desk.downloads).toEqual([]);
    expect(codes(tab)).toEqual(['export.cancelled']);
    expect(tab.session.getState().busy).toEqual([]);
  });

  test('what fails is told', async () => {
    const desk = {
      ...testDesk(),
      download: () => {
        throw new Error('disk full');
      },
    };
    const tab = await browser('a').openTab({ desk });
    await tab.project.openSample('test');
    await tab.project.exportAs('schools');
    expect(tab.session.getState().notices[0]?.message).toEqual({
      code: 'export.failed',
      params: { detail: 'disk full' },
    });
  });
});

describe('the beginning', () => {
  test('is the work of last time, else the sample that is asked for, else nothing', async () => {
    const machine = browser('a');
    const first = await machine.openTab();
    await first.project.begin(null);
    expect(first.project.getState().status).toBe('none');
    await first.project.begin('test');
    renameSite(first, SCHOOL, '城东中心小学');
    await first.idle();
    first.stop();
    const second = await machine.openTab();
    const beginning = second.project.begin('test');
    expect(second.project.getState().status).toBe('opening');
    await beginning;
    expect(second.plan.getState().revision).toBe(1);
    expect(second.project.getState().status).toBe('ready');
  });
});

test('a selection and a tool whose feature is gone are let go', async () => {
  const tab = await browser('a').openTab();
  await tab.project.openSample('test');
  renameSite(tab, SCHOOL, '城东中心小学');
  tab.session.select({ kind: 'feature', ref: { layer: 'schools', id: 'S-0001' } });
  tab.session.setState({ tool: { mode: 'edit', ...SCHOOL } });
  tab.plan.undo('');
  expect(tab.session.getState().selection).not.toBeNull();
  const record = tab.plan.getState().plan.get('feature/schools/S-0001');
  if (record)
    tab.plan.transact(
      { created: [], modified: [], deleted: [record] },
      { label: { code: 'op.x' }, actor: '' },
    );
  expect(tab.session.getState()).toMatchObject({ selection: null, tool: { mode: 'select' } });
});
