import { describe, expect, test } from 'vitest';
import { EMPTY_DIFF, invert, type PlanDiff } from '../../../src/domain/plan-diff';
import { createPlanStore, type Transaction } from '../../../src/store/plan-store';
import { schoolRecord } from '../../builders/plan-records';

const school = schoolRecord('S-1', { name: '城东小学' });
const moved = schoolRecord('S-1', { name: '城东小学', moved: true });
const CREATE: PlanDiff = { ...EMPTY_DIFF, created: [school] };
const MOVE: PlanDiff = { ...EMPTY_DIFF, modified: [[school, moved]] };
const about = (code: string) => ({ label: { code, params: { name: '城东小学' } }, actor: '李工' });

function storeWith(...diffs: readonly PlanDiff[]) {
  const store = createPlanStore();
  const heard: Transaction[] = [];
  store.onTransaction((transaction) => heard.push(transaction));
  for (const diff of diffs) store.transact(diff, about('op.test'));
  return { store, heard };
}

describe('transact', () => {
  test('applies, counts, keeps in history and tells, once each', () => {
    const { store, heard } = storeWith(CREATE);
    expect(store.transact(MOVE, about('op.move-site'))).toEqual({ ok: true, value: 2 });
    expect(store.getState().plan.get('feature/schools/S-1')).toBe(moved);
    expect(store.getState().history.past.map(({ diff }) => diff)).toEqual([CREATE, MOVE]);
    expect(heard.map(({ revision, actor, diff }) => [revision, actor, diff])).toEqual([
      [1, '李工', CREATE],
      [2, '李工', MOVE],
    ]);
  });

  test('nothing to do is no transaction', () => {
    const { store, heard } = storeWith();
    expect(store.transact(EMPTY_DIFF, about('op.test'))).toEqual({ ok: true, value: 0 });
    expect(heard).toEqual([]);
  });

  test('what does not fit changes nothing', () => {
    const { store, heard } = storeWith(CREATE);
    const before = store.getState();
    const done = store.transact(CREATE, about('op.test'));
    expect(done).toEqual({
      ok: false,
      error: { code: 'plan.misfit', params: { key: 'feature/schools/S-1' } },
    });
    expect(store.getState()).toBe(before);
    expect(heard).toHaveLength(1);
  });

  test('while another tab writes nothing is changed but by following it', () => {
    const { store } = storeWith(CREATE);
    store.lock({ code: 'tab.following' });
    const refused = { ok: false, error: { code: 'tab.following' } };
    expect(store.transact(MOVE, about('op.test'))).toEqual(refused);
    expect(store.undo('李工')).toEqual(refused);
    expect(store.follow({ diff: MOVE, label: { code: 'op.test' } }, '别人')).toEqual({ ok: true, value: 2 });
    store.lock(null);
    expect(store.undo('李工').ok).toBe(true);
  });
});

describe('undo and redo', () => {
  test('go back and forth, each a transaction that names what it is of', () => {
    const { store, heard } = storeWith(CREATE);
    store.transact(MOVE, about('op.move-site'));
    store.undo('王工');
    expect(store.getState().plan.get('feature/schools/S-1')).toBe(school);
    expect(heard.at(-1)).toEqual({
      diff: invert(MOVE),
      label: { code: 'history.undo', params: { of: 'op.move-site', name: '城东小学' } },
      actor: '王工',
      revision: 3,
    });
    store.redo('王工');
    expect(store.getState().plan.get('feature/schools/S-1')).toBe(moved);
    expect(heard.at(-1)?.label).toEqual({
      code: 'history.redo',
      params: { of: 'op.move-site', name: '城东小学' },
    });
    expect(store.getState().history.past).toHaveLength(2);
  });

  test('have an end at both sides', () => {
    const { store } = storeWith();
    expect(store.undo('')).toEqual({ ok: false, error: { code: 'history.nothing-to-undo' } });
    expect(store.redo('')).toEqual({ ok: false, error: { code: 'history.nothing-to-redo' } });
  });

  test('a new change ends what could be redone', () => {
    const { store } = storeWith(CREATE, MOVE);
    store.undo('');
    store.transact({ ...EMPTY_DIFF, created: [schoolRecord('S-2')] }, about('op.test'));
    expect(store.redo('').ok).toBe(false);
    expect(store.getState().history.past).toHaveLength(2);
  });
});

test('another project starts afresh, and that is told', () => {
  const { store } = storeWith(CREATE);
  let resets = 0;
  store.onReset(() => (resets += 1));
  store.reset([schoolRecord('S-9')]);
  expect(store.getState()).toMatchObject({ revision: 0, history: { past: [], future: [] } });
  expect(Array.from(store.getState().plan.keys())).toEqual(['feature/schools/S-9']);
  expect(resets).toBe(1);
});
