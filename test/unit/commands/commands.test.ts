import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS, commandById, runCommand } from '../../../src/commands/commands';
import * as edit from '../../../src/commands/edit';
import { featureOf } from '../../../src/domain/plan';
import { EXPORT_KINDS } from '../../../src/store/project-session';
import type { RunningStores } from '../../../src/store/create-app-stores';
import type { SketchControl } from '../../../src/store/session-store';
import { browser, collection, feature, openedProject, PROJECT_FILES } from '../../builders/app';
import { codes, lastLabel } from '../../builders/school-work';
import { testDesk } from '../../builders/folders';

const SCHOOL = { collection: 'schools', id: 'S-0001' } as const;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const reason = (id: string, stores: RunningStores) => commandById(id).disabledReason(stores)?.code ?? null;
const run = (id: string, stores: RunningStores) => runCommand(commandById(id), stores);
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
    expect(codes(tab)).toEqual([]);
  });

  test('in a tab that only follows, nothing can be changed', async () => {
    const tab = await openedProject();
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
    const tab = await openedProject();
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
    const tab = await openedProject();
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
    const tab = await openedProject();
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
    const tab = await openedProject();
    expect(reason('finish-sketch', tab)).toBe('command.no-sketch');
    const sketch = draw(tab, 3);
    await run('finish-sketch', tab);
    expect(sketch.calls).toEqual(['finish']);
  });

  test('editing and deleting are of the selected site', async () => {
    const tab = await openedProject();
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
    const tab = await openedProject(files);
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
    const tab = await openedProject();
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
    const tab = await openedProject();
    expect(reason('zoom-to-selection', tab)).toBe('command.nothing-selected');
    select(tab, 'S-0001');
    await run('zoom-to-selection', tab);
    expect(tab.session.getState().camera?.box).toEqual([106, 31.6, 106.001, 31.601]);
    await run('zoom-to-all', tab);
    expect(tab.session.getState().camera?.box).toEqual([105.99, 31.59, 106.04, 31.64]);
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
