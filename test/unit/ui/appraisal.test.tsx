// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { FeatureCollection } from 'geojson';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { appraiseParcel, appraiseProposal } from '../../../src/commands/appraise';
import { commandById, runCommand } from '../../../src/commands/commands';
import type { GeoFeature } from '../../../src/domain/feature';
import type { Rule } from '../../../src/domain/rule';
import { browser, collection, feature, PROJECT_FILES } from '../../builders/app';
import { testDesk } from '../../builders/folders';
import { ruleOf, squareAt, STANDARD } from '../../builders/plan-records';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

const near = (id: string, changes: Partial<Rule> = {}) =>
  ruleOf(id, {
    title: { zh: `距离 ${id}`, en: `Distance ${id}` },
    object: { layer: 'parcels' },
    measure: { from: 'boundary', to: 'boundary', screening: 'none' },
    ...changes,
  });

const RULES: readonly Rule[] = [
  near('near-200'),
  near('near-20', { test: { relation: 'within-distance', distanceM: 20 } }),
  near('own', {
    test: { relation: 'overlaps' },
    basis: { kind: 'office', code: '内控', region: 'office', confidence: 'unverified' },
  }),
  near('walls', {
    test: { relation: 'within-distance', distanceM: 10 },
    measure: { from: 'wall', to: 'wall', screening: 'under' },
  }),
  near('kept', { subject: { layer: 'reservations' } }),
  near('shops', { object: { layer: 'parcels', where: ['==', ['get', 'landUse'], '090101'] } }),
];

const seats = { ...STANDARD, id: 'seats.primary', kind: 'seats', stage: 'primary', value: 100 };

/** A parcel some 95 m east of the first school. */
const FILES = {
  ...PROJECT_FILES,
  'project.json': JSON.stringify({
    ...(JSON.parse(PROJECT_FILES['project.json']!) as object),
    layers: {
      districts: 'districts.geojson',
      schools: 'schools.geojson',
      facilities: 'facilities.geojson',
      parcels: 'parcels.geojson',
    },
  }),
  'parcels.geojson': collection(
    feature('P-1', squareAt(106.002, 31.6), {
      name: '滨江花园',
      landUse: '070102',
      codeScheme: 'MNR2023',
      households: 100,
    }),
    feature('P-2', squareAt(106.004, 31.6), { landUse: '0804', codeScheme: 'MNR2023' }),
  ),
  'rules/test.json': JSON.stringify({
    id: 'test',
    version: '1.0.0',
    title: { zh: '试', en: 'Test' },
    region: 'CN',
    rules: RULES,
    standards: [STANDARD, seats],
  }),
};

/** The open panel; the page to be printed stands beside it in the document. */
function panel() {
  return within(screen.getByRole('tabpanel'));
}

async function withAppraisal() {
  const view = await renderScreen({}, FILES);
  act(() => appraiseParcel(view.stores, 'P-1'));
  await screen.findByRole('heading', { name: '规则核查' });
  return view;
}

describe('the panel of appraisals', () => {
  it('lists what failed first, with margins, what is clear, and what cannot be told', async () => {
    await withAppraisal();
    const failed = within(panel().getByRole('region', { name: '冲突' }));
    expect(failed.getByText(/^距城东小学 9\d\.\d\d m，要求 200 m，差 10\d\.\d\d m/)).toBeDefined();
    const clear = within(panel().getByRole('region', { name: '未发现冲突(限已载入规则与数据)' }));
    expect(clear.getByText(/^距城东小学 9\d\.\d\d m，要求 20 m，余 7\d\.\d\d m/)).toBeDefined();
    const undecided = within(panel().getByRole('region', { name: '不能判定' }));
    expect(undecided.getByText('初筛未发现，不能判定')).toBeDefined();
    const notRun = within(panel().getByRole('region', { name: '未能检查' }));
    expect(notRun.getByText('缺少教育预留用地图层，未能检查')).toBeDefined();
    expect(panel().getByText('不适用于此地块：用地代码 070102')).toBeDefined();
    const regions = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'));
    expect(regions.indexOf('冲突')).toBeLessThan(regions.indexOf('不能判定'));
    expect(regions.indexOf('不能判定')).toBeLessThan(regions.indexOf('未发现冲突(限已载入规则与数据)'));
  });

  it('finds a parcel by its name, and says where none is', async () => {
    const { stores } = await renderScreen({}, FILES);
    act(() => stores.session.setState({ panel: 'appraisal' }));
    const field = panel().getByRole('textbox', { name: '按编号或名称查找地块' });
    fireEvent.change(field, { target: { value: '没有' } });
    fireEvent.submit(field);
    expect(await panel().findByText('没有编号或名称含“没有”的地块')).toBeDefined();
    fireEvent.change(field, { target: { value: 'p-' } });
    fireEvent.submit(field);
    const list = within(await screen.findByRole('list', { name: '找到的地块' }));
    expect(list.getAllByRole('button').map((button) => button.textContent)).toEqual([
      '滨江花园（P-1）',
      'P-2',
    ]);
    fireEvent.click(list.getByRole('button', { name: 'P-2' }));
    await waitFor(() => expect(stores.appraisal.getState().appraisal?.id).toBe('P-2'));
    await waitFor(() => expect(stores.session.getState().camera).not.toBeNull());
  });

  it('shows a conflict of the parcel on the map', async () => {
    const { stores } = await withAppraisal();
    fireEvent.click(panel().getByText(/要求 200 m/));
    expect(stores.session.getState().selection).toEqual({
      kind: 'conflict',
      id: 'near-200:S-0001:P-1',
    });
    expect(stores.session.getState().camera).not.toBeNull();
  });

  it('computes the places that dwellings need from numbers with their sources', async () => {
    await withAppraisal();
    expect(panel().getByText('100 座/千人；GB 50099-2011。请填户均人口')).toBeDefined();
    const size = panel().getByRole('textbox', { name: '户均人口' });
    fireEvent.change(size, { target: { value: '2.8' } });
    fireEvent.blur(size);
    const row = within(panel().getByRole('row', { name: /^小学.*2\.8 人\/户/ }));
    expect(row.getByText('28')).toBeDefined();
    expect(row.getByText('不能判定')).toBeDefined();
    const perHousehold = row.getByRole('textbox');
    fireEvent.change(perHousehold, { target: { value: '0.5' } });
    fireEvent.blur(perHousehold);
    expect(within(panel().getByRole('row', { name: /^小学.*手工填写/ })).getByText('50')).toBeDefined();
  });

  it('leaves out what outsiders are not told, and says so', async () => {
    await withAppraisal();
    expect(panel().getByText('距离 own')).toBeDefined();
    fireEvent.click(panel().getByRole('switch', { name: '外部版' }));
    expect(panel().queryByText('距离 own')).toBeNull();
    expect(panel().getByText(/外部版略去 1 条/)).toBeDefined();
  });

  it('follows the plan', async () => {
    const { stores } = await withAppraisal();
    act(() => stores.session.select({ kind: 'feature', ref: { layer: 'schools', id: 'S-0001' } }));
    await act(() => runCommand(commandById('delete-selection'), stores));
    await waitFor(() => expect(panel().queryByText(/距城东小学/)).toBeNull());
    await act(() => runCommand(commandById('undo'), stores));
    await waitFor(() => expect(panel().queryAllByText(/距城东小学/)).not.toEqual([]));
  });
});

describe('a proposal', () => {
  it('is appraised without being in the plan, and filled in', async () => {
    const { stores } = await renderScreen({}, FILES);
    const { revision } = stores.plan.getState();
    act(() => void appraiseProposal(stores, squareAt(106.002, 31.6), { kind: 'proposal' }));
    expect(await panel().findByText('拟建方案（未入规划）')).toBeDefined();
    expect(panel().getByText(/地块未填用地代码，不能判定此规则是否适用/)).toBeDefined();
    fireEvent.change(panel().getByRole('combobox', { name: '用地代码' }), { target: { value: '090101' } });
    await waitFor(() => expect(panel().queryByText(/地块未填/)).toBeNull());
    const failed = within(panel().getByRole('region', { name: '冲突' }));
    expect(failed.getByText('距离 shops')).toBeDefined();
    expect(stores.plan.getState().revision).toBe(revision);
    expect(stores.plan.getState().history.past).toEqual([]);
  });

  it('can be kept as a file, with what was filled in', async () => {
    const desk = testDesk();
    const stores = await browser('kept').openTab({ desk });
    await stores.project.openSample('test');
    await stores.idle();
    const feature: GeoFeature = { type: 'Feature', geometry: squareAt(106.002, 31.6), properties: {} };
    stores.appraisal.open({ kind: 'proposal', feature });
    stores.appraisal.describe({ landUse: '070102', name: undefined });
    await runCommand(commandById('keep-proposal'), stores);
    expect(desk.downloads.map(({ name }) => name)).toEqual(['测试城-proposal.geojson']);
    const kept = JSON.parse(new TextDecoder().decode(await desk.bytes(0))) as FeatureCollection;
    expect(kept).toMatchObject({ project: '测试城', notes: '示例数据,纯属虚构' });
    expect(kept.features).toHaveLength(1);
    expect(kept.features[0]).toMatchObject({
      properties: { landUse: '070102' },
      geometry: { type: 'Polygon' },
    });
    stores.stop();
  });

  it('crossing itself is refused', async () => {
    const { stores } = await renderScreen({}, FILES);
    const bowTie: GeoFeature['geometry'] = {
      type: 'Polygon',
      coordinates: [
        [
          [106, 31.6],
          [106.001, 31.601],
          [106.001, 31.6],
          [106, 31.601],
          [106, 31.6],
        ],
      ],
    };
    act(() => expect(appraiseProposal(stores, bowTie, {}).ok).toBe(false));
    expect(stores.appraisal.getState().target).toBeNull();
    expect(stores.session.getState().notices.at(-1)?.level).toBe('error');
  });

  it('comes from a file, of which the first feature counts', async () => {
    const { stores } = await renderScreen({}, FILES);
    const text = collection(feature('X-1', squareAt(106.002, 31.6)), feature('X-2', squareAt(106.003, 31.6)));
    await act(() => stores.appraisal.takeFile(new File([text], '方案.geojson')));
    await waitFor(() => expect(stores.appraisal.getState().appraisal?.id).toBe('X-1'));
    expect(stores.session.getState().notices.map(({ message }) => message.code)).toContain(
      'appraisal.first-only',
    );
    await act(() => stores.appraisal.takeFile(new File(['{}'], 'leer.geojson')));
    expect(stores.session.getState().notices.at(-1)?.level).toBe('error');
  });
});

describe('the printed page', () => {
  it('says what it is, marks what is not law, and names what is left out', async () => {
    await withAppraisal();
    const page = within(document.querySelector<HTMLElement>('[data-printed]')!);
    expect(page.getByRole('heading', { name: '技术核查意见', hidden: true })).toBeDefined();
    expect(page.getByText('内部参考，不作为行政许可依据')).toBeDefined();
    expect(
      page.getByText(/核查规则 6 条：冲突 1，临界 0，不能判定 1，未能检查 1，未发现冲突 2，不适用 1。/),
    ).toBeDefined();
    expect(page.getAllByText('内').length).toBeGreaterThan(0);
    expect(page.getByText(/示例数据,纯属虚构/)).toBeDefined();
    fireEvent.click(screen.getByRole('switch', { name: '外部版' }));
    expect(page.queryByText('距离 own')).toBeNull();
    expect(page.getByText(/办公版另有其结论/)).toBeDefined();
  });

  it('is printed by a command', async () => {
    const { stores } = await withAppraisal();
    const print = vi.fn();
    vi.stubGlobal('print', print);
    act(() => stores.session.setState({ panel: 'schools' }));
    await act(() => runCommand(commandById('print-appraisal'), stores));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(stores.session.getState().panel).toBe('appraisal');
    vi.unstubAllGlobals();
  });
});
