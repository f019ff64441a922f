// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../src/domain/feature';
import { featureOf, packsOf } from '../../../src/domain/plan';
import { message } from '../../../src/domain/message';
import { PROJECT_FILES } from '../../builders/app';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);

afterEach(cleanup);

type Stores = Awaited<ReturnType<typeof renderScreen>>['stores'];

const nameOf = (stores: Stores) => {
  const record = featureOf(stores.plan.getState().plan, 'schools', 'S-0001');
  return record && textOf(record.feature, 'name');
};

const change = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } });

async function withSelectedSchool() {
  const rendered = await renderScreen();
  act(() => rendered.stores.session.select({ kind: 'feature', ref: { layer: 'schools', id: 'S-0001' } }));
  const inspector = within(screen.getByRole('complementary', { name: '属性' }));
  return { ...rendered, inspector };
}

describe('the header', () => {
  it('names the project and its classification', async () => {
    await renderScreen();
    expect(screen.getByText('测试城')).toBeDefined();
    expect(screen.getByText('内部')).toBeDefined();
  });

  it('switches every word to English', async () => {
    await renderScreen();
    fireEvent.click(screen.getByLabelText('EN'));
    expect(screen.getByRole('tab', { name: 'Conflicts' })).toBeDefined();
    expect(screen.getByText('Internal')).toBeDefined();
    expect(document.documentElement.lang).toBe('en-GB');
  });

  it('says what would be undone, and why nothing can be', async () => {
    const { stores, inspector } = await withSelectedSchool();
    expect(screen.getByRole('button', { name: '撤销' }).getAttribute('aria-disabled')).toBe('true');
    change(inspector.getByLabelText('班数'), '24');
    fireEvent.keyDown(inspector.getByLabelText('班数'), { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: '撤销：修改 城东小学 的班数' }));
    expect(stores.plan.getState().history.past).toEqual([]);
  });
});

describe('the inspector', () => {
  it('takes a name on Enter, as one transaction', async () => {
    const { stores, inspector } = await withSelectedSchool();
    const input = inspector.getByLabelText('名称');
    change(input, '城东实验小学');
    expect(nameOf(stores)).toBe('城东小学');
    fireEvent.keyDown(input, { key: 'Enter' });
    fireEvent.blur(input);
    expect(nameOf(stores)).toBe('城东实验小学');
    expect(stores.plan.getState().history.past).toHaveLength(1);
  });

  it('does not take the Enter of an input method', async () => {
    const { stores, inspector } = await withSelectedSchool();
    const input = inspector.getByLabelText('名称');
    change(input, 'chengdong');
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(nameOf(stores)).toBe('城东小学');
  });

  it('goes back on Escape', async () => {
    const { stores, inspector } = await withSelectedSchool();
    const input = inspector.getByLabelText('名称');
    change(input, 'x');
    fireEvent.keyDown(input, { key: 'Escape' });
    fireEvent.blur(input);
    expect(nameOf(stores)).toBe('城东小学');
    expect(input).toHaveProperty('value', '城东小学');
  });

  it('refuses what is no whole number, and says so', async () => {
    const { stores, inspector } = await withSelectedSchool();
    const input = inspector.getByLabelText('班数');
    change(input, '24.5');
    fireEvent.blur(input);
    expect(inspector.getByText(/整数/)).toBeDefined();
    expect(stores.plan.getState().revision).toBe(0);
  });

  it('shows imported text as text', async () => {
    const hostile = PROJECT_FILES['schools.geojson']!.replace('城东小学', '<img src=x onerror=alert(1)>');
    const { stores, container } = await renderScreen({}, { ...PROJECT_FILES, 'schools.geojson': hostile });
    act(() => stores.session.select({ kind: 'feature', ref: { layer: 'schools', id: 'S-0001' } }));
    expect(screen.getAllByText('<img src=x onerror=alert(1)>').length).toBeGreaterThan(0);
    expect(container.querySelector('img')).toBeNull();
  });
});

describe('the conflicts panel', () => {
  it('lists conflicts, and selecting a row selects it for the map too', async () => {
    const { stores } = await renderScreen();
    fireEvent.click(screen.getByRole('tab', { name: '冲突' }));
    const grid = screen.getByRole('grid', { name: '冲突' });
    const [finding] = stores.analysis.getState().analysis?.findings ?? [];
    grid.focus();
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    expect(stores.session.getState().selection).toEqual({ kind: 'conflict', id: finding?.conflict.id });
    expect(screen.getByRole('complementary', { name: '属性' }).textContent).toContain('限值');
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(stores.session.getState().camera?.box).toEqual(finding?.box);
  });

  it('shows the row of a conflict that was selected elsewhere', async () => {
    const { stores } = await renderScreen();
    act(() => stores.session.setState({ panel: 'conflicts' }));
    const id = stores.analysis.getState().analysis?.findings[0]?.conflict.id ?? '';
    act(() => stores.session.select({ kind: 'conflict', id }));
    const grid = screen.getByRole('grid', { name: '冲突' });
    expect(within(grid).getByRole('row', { selected: true }).textContent).toContain('城东小学');
  });

  it('says what to do where a filter leaves nothing', async () => {
    await renderScreen();
    fireEvent.click(screen.getByRole('tab', { name: '冲突' }));
    change(screen.getByLabelText('搜索校址、对象、规则'), '没有这样的');
    expect(screen.getByText('没有符合条件的记录')).toBeDefined();
  });
});

describe('the rules panel', () => {
  it('switches a rule off as an undoable step', async () => {
    const { stores } = await renderScreen();
    fireEvent.click(screen.getByRole('tab', { name: '规则' }));
    const panel = screen.getByRole('tabpanel', { name: '规则' });
    fireEvent.click(within(panel).getByRole('switch'));
    const [pack] = packsOf(stores.plan.getState().plan);
    expect(pack?.pack.rules[0]?.enabled).toBe(false);
    expect(stores.plan.getState().history.past.at(-1)?.label.code).toBe('op.disable-rule');
  });
});

describe('notices', () => {
  it('are alerts where they are errors, and stay until closed', async () => {
    const { stores } = await renderScreen();
    act(() => stores.session.notify('error', message('feature.missing', { id: 'S-9' })));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('S-9');
    fireEvent.click(within(alert).getByRole('button', { name: '关闭通知' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('without a project', () => {
  it('offers ways to begin', async () => {
    const { stores } = await renderScreen();
    act(() => stores.plan.reset([]));
    expect(screen.getByText('示例项目：示例江城')).toBeDefined();
    expect(screen.queryByRole('tab')).toBeNull();
  });
});
