import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS, commandById, runCommand } from '../../../src/commands/commands';
import * as edit from '../../../src/commands/edit';
import * as rules from '../../../src/commands/edit-rules';
import { featureOf, packsOf, projectOf } from '../../../src/domain/plan';
import { EXPORT_KINDS } from '../../../src/store/project-session';
import type { RunningStores } from '../../../src/store/create-app-stores';
import type { SketchControl } from '../../../src/store/session-store';
import { browser, collection, feature, filesOf, PROJECT_FILES } from '../../builders/app';
import { testDesk } from '../../builders/folders';
import { squareAt } from '../../builders/plan-records';
import { writeZip } from '../../../src/io/project/write-zip';

const SCHOOL = { collection: 'schools', id: 'S-0001' } as const;
const POINT = { type: 'Point' as const, coordinates: [106.01, 31.61] };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function opened(files: Readonly<Record<string, string>> = PROJECT_FILES): Promise<RunningStores> {
  const tab = await browser('a').openTab();
  await tab.project.openZip('a.zip', writeZip(filesOf(files)));
  await tab.idle();
  tab.session.setState({ dialog: null, actor: '李工' });
  return tab;
}

const reason = (id: string, stores: RunningStores) => commandById(id).disabledReason(stores)?.code ?? null;
const run = (id: string, stores: RunningStores) => runCommand(commandById(id), stores);
const lastLabel = ({ plan }: RunningStores) => plan.getState().history.past.at(-1)?.label;
const errors = ({ session }: RunningStores) => session.getState().notices.map(({ message }) => message.code);
const select = (stores: RunningStores, id: string) =>
  stores.session.select({ kind: 'feature', ref: { layer: 'schools', id } });

function control(): SketchControl & { calls: string[] } {
  const calls: string[] = [];
  const note = (name: string) => () => void calls.push(name);
  return {
    calls,
    addVertex: note('add'),
    undoVertex: note('undo'),
    redoVertex: note('redo'),
    finish: note('finish'),
    cancel: note('cancel'),
  };
}

function draw(stores: RunningStores, vertices: number) {
  const sketchControl = control();
  stores.session.setState({
    tool: { mode: 'draw', collection: 'schools', shape: 'polygon', properties: {} },
    sketch: { geometry: null, vertices },
    sketchControl,
  });
  return sketchControl;
}

describe('the list', () => {
  test('every id is there once, and no two commands share a key', () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = COMMANDS.flatMap(({ shortcuts }) =>
      shortcuts.map((shortcut) =>
        JSON.stringify({ mod: false, shift: false, ...shortcut }, ['key', 'mod', 'shift', 'alt']),
      ),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const kind of EXPORT_KINDS) expect(ids).toContain(`export-${kind}`);
    expect(() => commandById('no such')).toThrow();
  });

  test('with nothing open, whatever needs a project says so, and nothing fails', async () => {
    const tab = await browser('a').openTab();
    for (const id of [
      'save',
      'export',
      'import',
      'draw-school-point',
      'delete-selection',
      'export-schools',
    ]) {
      expect(reason(id, tab)).toBe('command.no-project');
    }
    for (const command of COMMANDS) {
      if (command.disabledReason(tab)) expect(await runCommand(command, tab)).not.toBeNull();
    }
    expect(errors(tab)).toEqual([]);
  });

  test('in a tab that only follows, nothing can be changed', async () => {
    const tab = await opened();
    select(tab, 'S-0001');
    tab.plan.lock({ code: 'tab.following' });
    for (const id of [
      'draw-school-point',
      'delete-selection',
      'edit-geometry',
      'import',
      'open',
      'coordinates',
    ]) {
      expect(reason(id, tab)).toBe('tab.following');
    }
    expect(reason('zoom-to-selection', tab)).toBeNull();
  });
});

describe('undo and redo', () => {
  test('say what they are of', async () => {
    const tab = await opened();
    expect([reason('undo', tab), reason('redo', tab)]).toEqual([
      'history.nothing-to-undo',
      'history.nothing-to-redo',
    ]);
    edit.renameSite(tab, SCHOOL, '城东中心小学');
    expect(commandById('undo').about?.(tab)).toEqual({
      code: 'op.rename-site',
      params: { from: '城东小学', name: '城东中心小学' },
    });
    await run('undo', tab);
    expect(featureOf(tab.plan.getState().plan, 'schools', 'S-0001')?.feature.properties?.name).toBe(
      '城东小学',
    );
    expect(commandById('redo').about?.(tab)?.code).toBe('op.rename-site');
    await run('redo', tab);
    expect(reason('redo', tab)).toBe('history.nothing-to-redo');
  });

  test('while drawing they are about vertices; with none left, undo is about the plan again', async () => {
    const tab = await opened();
    edit.renameSite(tab, SCHOOL, '城东中心小学');
    const sketch = draw(tab, 2);
    await run('undo', tab);
    await run('redo', tab);
    expect(sketch.calls).toEqual(['undo', 'redo']);
    expect(tab.plan.getState().revision).toBe(1);
    tab.session.setState({ sketch: { geometry: null, vertices: 0 } });
    await run('undo', tab);
    expect(tab.plan.getState().revision).toBe(2);
  });
});

describe('drawing', () => {
  test('cancel gives up the sketch, then the tool, then the selection', async () => {
    const tab = await opened();
    select(tab, 'S-0001');
    const sketch = draw(tab, 1);
    await run('cancel', tab);
    expect(sketch.calls).toEqual(['cancel']);
    tab.session.setState({ sketch: { geometry: null, vertices: 0 } });
    await run('cancel', tab);
    expect(tab.session.getState()).toMatchObject({
      tool: { mode: 'select' },
      selection: { kind: 'feature' },
    });
    await run('cancel', tab);
    expect(tab.session.getState().selection).toBeNull();
    expect(reason('cancel', tab)).toBe('command.nothing-to-cancel');
  });

  test('finish ends the sketch; without one it says why not', async () => {
    const tab = await opened();
    expect(reason('finish-sketch', tab)).toBe('command.no-sketch');
    const sketch = draw(tab, 3);
    await run('finish-sketch', tab);
    expect(sketch.calls).toEqual(['finish']);
  });

  test('editing and deleting are of the selected site', async () => {
    const tab = await opened();
    expect(reason('delete-selection', tab)).toBe('command.no-site-selected');
    select(tab, 'S-0001');
    await run('edit-geometry', tab);
    expect(tab.session.getState().tool).toEqual({ mode: 'edit', ...SCHOOL });
    await run('delete-selection', tab);
    expect(lastLabel(tab)).toEqual({ code: 'op.delete-site', params: { name: '城东小学' } });
    expect(tab.session.getState()).toMatchObject({ selection: null, tool: { mode: 'select' } });
  });
});

describe('conflicts', () => {
  const files = {
    ...PROJECT_FILES,
    'facilities.geojson': collection(
      ...['F-1', 'F-2', 'F-3'].map((id) =>
        feature(id, { type: 'Point', coordinates: [106.0015, 31.6005] }, { kind: 'net-cafe' }),
      ),
    ),
  };
  const selected = ({ session }: RunningStores) => {
    const { selection } = session.getState();
    return selection?.kind === 'conflict' ? selection.id : null;
  };
  const id = (number: number) => `test.near:S-0001:F-${number}`;

  test('are walked in the order of the table, round and round, and shown', async () => {
    const tab = await opened(files);
    await run('next-conflict', tab);
    expect(selected(tab)).toBe(id(1));
    expect(tab.session.getState().camera).not.toBeNull();
    tab.session.setState({ conflictOrder: [id(3), id(1), 'gone'] });
    await run('next-conflict', tab);
    expect(selected(tab)).toBe(id(3));
    await run('next-conflict', tab);
    expect(selected(tab)).toBe(id(1));
    await run('previous-conflict', tab);
    await run('previous-conflict', tab);
    expect(selected(tab)).toBe(id(1));
    await run('cancel', tab);
    await run('previous-conflict', tab);
    expect(selected(tab)).toBe(id(1));
    tab.session.setState({ conflictOrder: [] });
    expect(reason('next-conflict', tab)).toBe('command.no-conflicts');
  });
});

describe('view', () => {
  test('panels, language, theme, snapping', async () => {
    const tab = await opened();
    await run('show-conflicts', tab);
    await run('switch-language', tab);
    await run('toggle-theme', tab);
    await run('toggle-snapping', tab);
    expect(tab.session.getState()).toMatchObject({
      panel: 'conflicts',
      language: 'en',
      theme: 'light',
      snapping: false,
    });
  });

  test('zooms to what is selected, or to all', async () => {
    const tab = await opened();
    expect(reason('zoom-to-selection', tab)).toBe('command.nothing-selected');
    select(tab, 'S-0001');
    await run('zoom-to-selection', tab);
    expect(tab.session.getState().camera?.box).toEqual([106, 31.6, 106.001, 31.601]);
    await run('zoom-to-all', tab);
    expect(tab.session.getState().camera?.box).toEqual([105.99, 31.59, 106.04, 31.64]);
  });
});

describe('edits', () => {
  test('each is one transaction of the user, with a label', async () => {
    const tab = await opened();
    const made = edit.createSite(tab, {
      collection: 'schools',
      geometry: POINT,
      properties: { name: '新校', classes: 6, tenure: '' },
    });
    expect(made).toEqual({ ok: true, value: 'S-0003' });
    expect(lastLabel(tab)).toEqual({ code: 'op.create-school', params: { name: '新校' } });
    expect(featureOf(tab.plan.getState().plan, 'schools', 'S-0003')?.feature.properties).not.toHaveProperty(
      'tenure',
    );
    expect(tab.session.getState().selection).toEqual({
      kind: 'feature',
      ref: { layer: 'schools', id: 'S-0003' },
    });
    const site = { collection: 'schools', id: 'S-0003' } as const;
    edit.moveSite(tab, site, { dLon: 0.001, dLat: 0 });
    expect(lastLabel(tab)).toEqual({ code: 'op.move-site', params: { name: '新校' } });
    edit.reshapeSite(tab, site, squareAt(106, 31.6));
    expect(lastLabel(tab)?.code).toBe('op.reshape-site');
    edit.setSiteProperties(tab, site, { stage: 'junior', status: 'proposed' });
    expect(lastLabel(tab)).toEqual({
      code: 'op.set-properties',
      params: { name: '新校', properties: 'stage, status' },
    });
    edit.deleteSites(tab, [site, SCHOOL]);
    expect(lastLabel(tab)).toEqual({ code: 'op.delete-sites', params: { count: 2 } });
    edit.setTargets(tab, [{ programme: 'next', district: null, stage: 'primary', sites: 4, basis: 'new' }]);
    edit.setProjectInfo(tab, { name: '别名' });
    expect(projectOf(tab.plan.getState().plan)?.name).toBe('别名');
    edit.removeLayer(tab, 'facilities');
    expect(lastLabel(tab)).toEqual({ code: 'op.remove-layer', params: { layer: 'facilities' } });
    expect(tab.plan.getState().revision).toBe(8);
    expect(errors(tab)).toEqual([]);
  });

  test('of rules are labelled by their titles in both languages', async () => {
    const tab = await opened();
    rules.toggleRule(tab, 'test', 'test.near', false);
    expect(lastLabel(tab)).toEqual({
      code: 'op.disable-rule',
      params: { zh: '规则 test.near', en: 'Rule test.near' },
    });
    rules.setRuleDistance(tab, 'test', 'test.near', 20);
    expect(lastLabel(tab)).toMatchObject({ code: 'op.set-rule-distance', params: { distanceM: 20 } });
    const [record] = packsOf(tab.plan.getState().plan);
    rules.removePack(tab, 'test');
    expect(lastLabel(tab)).toEqual({ code: 'op.remove-pack', params: { zh: '试', en: 'Test' } });
    if (record) rules.addPack(tab, record.source, record.pack);
    expect(packsOf(tab.plan.getState().plan)).toEqual([record]);
  });

  test('that are refused change nothing and are told', async () => {
    const tab = await opened();
    const before = tab.plan.getState();
    edit.renameSite(tab, SCHOOL, '  ');
    edit.moveSite(tab, { collection: 'schools', id: '?' }, { dLon: 1, dLat: 0 });
    rules.setRuleDistance(tab, 'test', 'test.near', -5);
    rules.setStandard(tab, 'test', '?', { value: 3 });
    tab.plan.lock({ code: 'tab.following' });
    edit.renameSite(tab, SCHOOL, '别名');
    expect(errors(tab)).toEqual([
      'property.empty',
      'feature.missing',
      'rule.bad-distance',
      'standard.missing',
      'tab.following',
    ]);
    expect(tab.plan.getState()).toEqual({ ...before, locked: { code: 'tab.following' } });
  });
});

test('a command that fails is told', async () => {
  const tab = await browser('a').openTab({ desk: testDesk() });
  const broken = { ...commandById('about'), run: () => Promise.reject(new Error('no')) };
  await runCommand(broken, tab);
  expect(tab.session.getState().notices.at(-1)?.message).toEqual({
    code: 'command.failed',
    params: { command: 'about', detail: 'no' },
  });
});
