// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { projectOf, targetsOf } from '../../../src/domain/plan';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

function type(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } });
}

describe('the dialog of targets', () => {
  it('sets targets by district and stage as one change that can be undone', async () => {
    const { stores } = await renderScreen();
    act(() => stores.session.setState({ dialog: { kind: 'targets' } }));
    const dialog = within(screen.getByRole('dialog', { name: '规划目标' }));
    type(dialog.getByLabelText('江北 小学的目标（处）'), '7');
    type(dialog.getByLabelText('全市（未定片区） 九年一贯制的目标（处）'), '1');
    type(dialog.getByLabelText('依据文件'), '布局规划');
    fireEvent.click(dialog.getByRole('button', { name: '确定' }));
    const terms = { programme: 'planned', basis: 'new', source: '布局规划' };
    expect(targetsOf(stores.plan.getState().plan)).toEqual([
      { ...terms, district: 'D-1', stage: 'primary', sites: 7 },
      { ...terms, district: null, stage: 'nine-year', sites: 1 },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    stores.plan.undo('');
    expect(targetsOf(stores.plan.getState().plan)).toEqual([]);
  });

  it('takes no text that is not a number', async () => {
    const { stores } = await renderScreen();
    act(() => stores.session.setState({ dialog: { kind: 'targets' } }));
    const dialog = within(screen.getByRole('dialog', { name: '规划目标' }));
    type(dialog.getByLabelText('江北 小学的目标（处）'), '七');
    expect(dialog.getByRole('button', { name: '确定' })).toHaveProperty('disabled', true);
  });
});

describe('the dialog of the project', () => {
  it('changes what the project says of itself', async () => {
    const { stores } = await renderScreen();
    act(() => stores.session.setState({ dialog: { kind: 'project' } }));
    const dialog = within(screen.getByRole('dialog', { name: '项目信息' }));
    expect(dialog.getByText('CGCS2000')).toBeDefined();
    type(dialog.getByLabelText('名称'), '江城');
    type(dialog.getByLabelText('容差（m）'), '0.3');
    type(dialog.getByLabelText('户均人口（人/户，假定）'), '2.6');
    fireEvent.change(dialog.getByLabelText('密级'), { target: { value: 'public' } });
    fireEvent.click(dialog.getByRole('button', { name: '确定' }));
    expect(projectOf(stores.plan.getState().plan)).toMatchObject({
      name: '江城',
      toleranceM: 0.3,
      householdSize: 2.6,
      classification: 'public',
    });
  });

  it('stays open and says why where it is refused', async () => {
    const { stores } = await renderScreen();
    act(() => stores.session.setState({ dialog: { kind: 'project' } }));
    const dialog = within(screen.getByRole('dialog', { name: '项目信息' }));
    type(dialog.getByLabelText('容差（m）'), '-1');
    fireEvent.click(dialog.getByRole('button', { name: '确定' }));
    expect(stores.session.getState().notices.at(-1)?.message.code).toBe('project.bad-tolerance');
    expect(screen.getByRole('dialog', { name: '项目信息' })).toBeDefined();
  });
});
