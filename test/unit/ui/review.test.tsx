// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import 'fake-indexeddb/auto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decisionsOf } from '../../../src/domain/plan';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { moveSite } from '../../../src/commands/edit';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

const CONFLICT = 'test.near:S-0001:F-1';

const inspector = () => within(screen.getByRole('complementary', { name: '属性' }));
const decisions = ({ plan }: RunningStores) => decisionsOf(plan.getState().plan);

async function atTheConflict() {
  const view = await renderScreen();
  act(() => {
    view.stores.session.setState({ role: 'reviewer', panel: 'conflicts' });
    view.stores.session.select({ kind: 'conflict', id: CONFLICT });
  });
  return view;
}

function press(key: string): void {
  fireEvent.keyDown(document.body, { key });
}

describe('a reviewer', () => {
  it('is asked once who they are, in which role, and then rules', async () => {
    const { stores } = await atTheConflict();
    act(() => stores.session.setState({ actor: '', role: '' }));
    press('x');
    const dialog = within(await screen.findByRole('dialog', { name: '您是谁' }));
    fireEvent.change(dialog.getByLabelText(/姓名/), { target: { value: '王工' } });
    fireEvent.change(dialog.getByLabelText(/角色/), { target: { value: 'handler' } });
    fireEvent.click(dialog.getByRole('button', { name: '确定' }));
    const form = within(await screen.findByRole('form', { name: '退回修改' }));
    fireEvent.change(form.getByLabelText(/理由/), { target: { value: '距离不足' } });
    fireEvent.click(form.getByRole('button', { name: '给出意见' }));
    expect(decisions(stores)).toMatchObject([
      { conflict: CONFLICT, verdict: 'must-resolve', by: '王工', role: 'handler', reason: '距离不足' },
    ]);
    expect(stores.review.getState().counts).toMatchObject({ reviewed: 1, total: 1 });
    expect(screen.getByText('已审 1 / 1')).toBeTruthy();
    expect(stores.plan.getState().history.past.at(-1)?.label).toMatchObject({ code: 'op.decide' });
  });

  it('is told why a verdict cannot be given', async () => {
    await atTheConflict();
    const verified = inspector().getByRole('button', { name: '复核通过（销号）' });
    expect(verified.getAttribute('aria-disabled')).toBe('true');
    expect(verified.title).toContain('“待核”之后不能直接给出');
    press('a');
    const form = within(await screen.findByRole('form', { name: /论证认可/ }));
    fireEvent.change(form.getByLabelText(/理由/), { target: { value: '已论证' } });
    fireEvent.change(form.getByLabelText(/依据文号/), { target: { value: '阆自然资函〔2026〕12号' } });
    fireEvent.click(form.getByRole('button', { name: '给出意见' }));
    expect(form.getByRole('alert').textContent).toContain('机关无权豁免');
    fireEvent.change(form.getByLabelText('依据性质'), { target: { value: 'special-study' } });
    fireEvent.click(form.getByRole('button', { name: '给出意见' }));
    await waitFor(() => expect(screen.queryByRole('form', { name: /论证认可/ })).toBeNull());
  });

  it('sees what changed under a decision, and confirms it with one key where it is next to nothing', async () => {
    const { stores } = await atTheConflict();
    press('m');
    const form = within(await screen.findByRole('form', { name: '补正材料' }));
    fireEvent.change(form.getByLabelText(/理由/), { target: { value: '缺测绘成果' } });
    fireEvent.click(form.getByRole('button', { name: '给出意见' }));
    const site = { collection: 'schools', id: 'S-0001' } as const;
    const move = async (dLon: number) => {
      await act(async () => {
        moveSite(stores, site, { dLon, dLat: 0 });
        await stores.idle();
      });
    };
    await move(2e-7);
    expect(inspector().getByRole('note', { name: '依据变化' }).textContent).toMatch(
      /距离 47\.\d+ m → 47\.\d+ m/,
    );
    press('y');
    expect(decisions(stores)).toHaveLength(2);
    expect(stores.review.getState().standings.get(CONFLICT)).toMatchObject({
      state: 'current',
      decision: { verdict: 'more-material', reason: '缺测绘成果' },
    });
    await move(1e-4);
    expect(stores.review.getState().standings.get(CONFLICT)?.state).toBe('stale');
    expect(inspector().queryByRole('button', { name: '维持原意见' })).toBeNull();
    press('y');
    expect(decisions(stores)).toHaveLength(2);
    act(() => void stores.plan.undo('李工'));
    await act(() => stores.idle());
    expect(stores.review.getState().standings.get(CONFLICT)?.state).toBe('current');
  });

  it('flags the datum whose conflict is ruled inaccurate, until that ruling is stale', async () => {
    const { stores } = await atTheConflict();
    const flag = () => inspector().queryByText(/有 1 处冲突的意见为“不属实/);
    const look = () =>
      act(() => stores.session.select({ kind: 'feature', ref: { layer: 'schools', id: 'S-0001' } }));
    look();
    expect(flag()).toBeNull();
    act(() => stores.session.select({ kind: 'conflict', id: CONFLICT }));
    press('i');
    const form = within(await screen.findByRole('form', { name: /不属实/ }));
    fireEvent.change(form.getByLabelText(/理由/), { target: { value: '设施已拆除' } });
    fireEvent.click(form.getByRole('button', { name: '给出意见' }));
    look();
    expect(flag()).not.toBeNull();
    await act(async () => {
      moveSite(stores, { collection: 'schools', id: 'S-0001' }, { dLon: 1e-4, dLat: 0 });
      await stores.idle();
    });
    expect(flag()).toBeNull();
  });

  it('finds the history of a conflict that is gone, and may close it', async () => {
    const { stores } = await atTheConflict();
    press('x');
    const form = within(await screen.findByRole('form', { name: '退回修改' }));
    fireEvent.change(form.getByLabelText(/理由/), { target: { value: '请后退' } });
    fireEvent.click(form.getByRole('button', { name: '给出意见' }));
    await act(async () => {
      moveSite(stores, { collection: 'schools', id: 'S-0001' }, { dLon: -0.01, dLat: 0 });
      await stores.idle();
    });
    expect(inspector().getByText('请后退')).toBeTruthy();
    expect(inspector().getAllByText('已消除')).not.toEqual([]);
    expect(inspector().getByRole('button', { name: '需专项论证' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    press('f');
    const closing = within(await screen.findByRole('form', { name: '已整改' }));
    fireEvent.change(closing.getByLabelText(/理由/), { target: { value: '已迁移' } });
    fireEvent.click(closing.getByRole('button', { name: '给出意见' }));
    expect(decisions(stores).at(-1)).toMatchObject({ verdict: 'resolved', about: { rule: 'test.near' } });
  });

  it('decides on many at once with one reason, and is told which refuse it', async () => {
    const { stores } = await atTheConflict();
    fireEvent.click(await screen.findByRole('checkbox', { name: '选中筛选出的 1 处' }));
    fireEvent.click(screen.getByRole('button', { name: '批量给出意见…' }));
    const dialog = within(await screen.findByRole('dialog', { name: /同一意见/ }));
    fireEvent.change(dialog.getByLabelText('意见'), { target: { value: 'verified' } });
    fireEvent.change(dialog.getByLabelText(/理由/), { target: { value: '同类' } });
    expect(dialog.getByText(/不能给出 1 处/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('意见'), { target: { value: 'special-study' } });
    fireEvent.click(dialog.getByRole('button', { name: '对 1 处给出意见' }));
    await waitFor(() =>
      expect(decisions(stores)).toMatchObject([{ verdict: 'special-study', reason: '同类' }]),
    );
    await waitFor(() => expect(screen.queryByRole('button', { name: '批量给出意见…' })).toBeNull());
  });

  it('comments', async () => {
    const { stores } = await atTheConflict();
    press('o');
    fireEvent.change(inspector().getByRole('textbox', { name: '写备注' }), {
      target: { value: '已电话核实' },
    });
    fireEvent.click(inspector().getByRole('button', { name: '添加' }));
    expect(inspector().getByText('已电话核实')).toBeTruthy();
    expect(stores.review.getState().comments.get(CONFLICT)).toMatchObject([{ by: '李工' }]);
  });
});
