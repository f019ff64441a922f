import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { renameSite } from '../../../src/commands/edit';
import { decide } from '../../../src/domain/operations/decide';
import { replaceGeometry } from '../../../src/domain/operations/replace-geometry';
import { message } from '../../../src/domain/message';
import { decisionsOf, featureOf } from '../../../src/domain/plan';
import type { FeatureGeometry } from '../../../src/domain/feature';
import { createInlineEngine } from '../../../src/engine/inline-engine';
import { writeZip } from '../../../src/io/project/write-zip';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { browser, filesOf, PROJECT_FILES } from '../../builders/app';
import { testDesk } from '../../builders/folders';
import { squareAt } from '../../builders/plan-records';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Another person's browser, with a project zip open. */
async function person(name: string, zip: Uint8Array) {
  const desk = testDesk();
  const tab = await browser(name).openTab({ desk });
  await tab.project.openZip('a.zip', zip);
  await tab.idle();
  tab.session.setState({ dialog: null, actor: name });
  return {
    tab,
    /** What that person sends: the saved zip. */
    async send() {
      await tab.project.save();
      const { content } = desk.downloads.at(-1)!;
      return { name: `${name}.zip`, bytes: content as Uint8Array };
    },
  };
}

const START = writeZip(filesOf(PROJECT_FILES));
const school = (tab: RunningStores, id = 'S-0001') =>
  featureOf(tab.plan.getState().plan, 'schools', id)?.feature;

function move(tab: RunningStores, id: string, geometry: FeatureGeometry) {
  const diff = replaceGeometry(tab.plan.getState().plan, { collection: 'schools', id, geometry });
  if (diff.ok) tab.plan.transact(diff.value, { label: message('op.move-site', { name: id }), actor: '甲' });
}

function rule(tab: RunningStores, id: string, at: string) {
  const [finding] = tab.analysis.getState().analysis!.findings;
  const { conflict } = finding!;
  const { subject, object, rule, evidence, distanceM, overlapM2 } = conflict;
  const seen = {
    id: conflict.id,
    rule,
    evidence,
    measured: { distanceM, overlapM2 },
    about: { rule, subject, object },
    state: null,
  };
  const ruling = { verdict: 'must-resolve', by: id, role: 'reviewer', reason: '距离不足', at, id } as const;
  const diff = decide(tab.plan.getState().plan, { ...ruling, conflicts: [seen] });
  if (!diff.ok) throw new Error(diff.error.code);
  tab.plan.transact(diff.value, { label: message('op.decide'), actor: id });
}

describe('work that goes to and fro by file', () => {
  test('what each changed comes together, found by the common step of both journals', async () => {
    const planner = await person('planner', START);
    renameSite(planner.tab, { collection: 'schools', id: 'S-0001' }, '城东中心小学');
    const reviewer = await person('reviewer', (await planner.send()).bytes);
    rule(reviewer.tab, '审', '2026-11-20T08:00:00Z');
    renameSite(reviewer.tab, { collection: 'schools', id: 'S-0002' }, '城西第二小学');
    move(planner.tab, 'S-0001', squareAt(106.005, 31.6));

    const { compare } = planner.tab;
    await compare.withFiles([await reviewer.send()]);
    const { status, source, merging, comparison } = compare.getState();
    expect({ status, source }).toEqual({
      status: 'ready',
      source: { kind: 'project', name: 'reviewer.zip' },
    });
    expect(merging).toMatchObject({ base: { kind: 'common', seq: 1 }, common: 1 });
    expect(merging?.merge.items).toMatchObject([
      { state: 'theirs', about: 'S-0002', part: 'properties.name', theirs: '城西第二小学' },
    ]);
    expect(comparison?.plans.decisions.added).toMatchObject([{ id: '审' }]);
    // The reviewer has the school where the conflict was.
    expect(comparison?.states.counts).toMatchObject({ gained: 1, lost: 0 });

    expect(compare.takeIn()).toBe(true);
    await planner.tab.idle();
    expect(school(planner.tab)?.geometry).toEqual(squareAt(106.005, 31.6));
    expect(school(planner.tab, 'S-0002')?.properties?.name).toBe('城西第二小学');
    expect(decisionsOf(planner.tab.plan.getState().plan)).toHaveLength(1);
    expect(planner.tab.review.getState().gone.size).toBe(1);
    expect(planner.tab.plan.getState().history.past.at(-1)?.label).toEqual(
      message('op.merge', { file: 'reviewer.zip' }),
    );
    planner.tab.plan.undo('planner');
    expect(school(planner.tab, 'S-0002')?.properties?.name).toBe('城西小学');
    expect(decisionsOf(planner.tab.plan.getState().plan)).toHaveLength(0);
  });

  test('what both changed is asked, and nothing is taken before it is answered', async () => {
    const planner = await person('planner', START);
    const reviewer = await person('reviewer', START);
    renameSite(planner.tab, { collection: 'schools', id: 'S-0001' }, '甲校');
    renameSite(reviewer.tab, { collection: 'schools', id: 'S-0001' }, '乙校');
    const { compare } = planner.tab;
    await compare.withFiles([await reviewer.send()]);
    // Both journals begin with the same project.
    expect(compare.getState().merging).toMatchObject({ base: { kind: 'common', seq: 0 } });
    const [item] = compare.getState().merging!.merge.items;
    expect(item).toMatchObject({ state: 'conflict', mine: '甲校', theirs: '乙校', base: '城东小学' });
    const before = planner.tab.plan.getState().plan;
    expect(compare.takeIn()).toBe(false);
    expect(planner.tab.plan.getState().plan).toBe(before);
    compare.choose([item!], 'theirs');
    expect(compare.takeIn()).toBe(true);
    expect(school(planner.tab)?.properties?.name).toBe('乙校');
  });

  test('an earlier ruling that comes in late does not count: neither here nor after undoing and doing it again', async () => {
    const planner = await person('planner', START);
    const reviewer = await person('reviewer', START);
    rule(planner.tab, '晚', '2026-11-20T10:00:00Z');
    rule(reviewer.tab, '早', '2026-11-20T09:00:00Z');
    const { compare, review, plan } = planner.tab;
    await compare.withFiles([await reviewer.send()]);
    expect(compare.getState().merging?.merge.ruledByBoth).toMatchObject([{ counts: 'mine' }]);
    compare.takeIn();
    const counting = () => Array.from(review.getState().standings.values(), ({ decision }) => decision.id);
    expect(counting()).toEqual(['晚']);
    plan.undo('planner');
    plan.redo('planner');
    expect(counting()).toEqual(['晚']);
    const again = await person('again', (await planner.send()).bytes);
    expect(decisionsOf(again.tab.plan.getState().plan).map(({ id }) => id)).toEqual(['早', '晚']);
    // The journal still tells of the very decisions that are there.
    expect(again.tab.session.getState().notices).toEqual([]);
  });

  test('a reference layer that both have is not read again', async () => {
    const engine = createInlineEngine();
    const read: string[] = [];
    const inspect: typeof engine.inspect = (request, options) => {
      read.push(request.layer);
      return engine.inspect(request, options);
    };
    const tab = await browser('planner').openTab({ engine: { ...engine, inspect } });
    await tab.project.openZip('a.zip', START);
    await tab.idle();
    expect(read).toContain('facilities');
    read.length = 0;
    await tab.compare.withFiles([{ name: 'b.zip', bytes: START }]);
    expect(read).not.toContain('facilities');
    expect(tab.compare.getState().comparison?.states).toMatchObject({
      layers: [],
      counts: { gained: 0, lost: 0, changed: 0 },
    });
  });

  test('projects that have nothing in common are compared thing by thing', async () => {
    const planner = await person('planner', START);
    const other = {
      ...PROJECT_FILES,
      'schools.geojson': PROJECT_FILES['schools.geojson']!.replace('城东小学', '别处小学'),
    };
    await planner.tab.compare.withFiles([{ name: 'b.zip', bytes: writeZip(filesOf(other)) }]);
    expect(planner.tab.compare.getState().merging).toMatchObject({
      base: { kind: 'none' },
      common: null,
      merge: { items: [{ state: 'conflict', part: 'properties.name' }] },
    });
  });
});

describe('other states', () => {
  test('an earlier step of the journal', async () => {
    const { tab } = await person('planner', START);
    move(tab, 'S-0001', squareAt(106.005, 31.6));
    tab.compare.refresh();
    expect(tab.compare.getState().revisions).toMatchObject([{ seq: 1, actor: '甲' }]);
    await tab.compare.withRevision(0);
    const { comparison, merging } = tab.compare.getState();
    expect(merging).toBeNull();
    expect(comparison?.plans.layers).toMatchObject([{ layer: 'schools', moved: [{ id: 'S-0001' }] }]);
    expect(comparison?.states.counts).toEqual({ gained: 0, lost: 1, changed: 0 });
  });

  test('a reference layer edited elsewhere: told feature by feature, taken in as a file', async () => {
    const { tab } = await person('planner', START);
    const text = PROJECT_FILES['facilities.geojson']!.replace('106.0015', '106.0055');
    const bytes = new TextEncoder().encode(text);
    await tab.compare.withFiles([{ name: 'facilities.geojson', bytes }]);
    const { comparison, source, merging } = tab.compare.getState();
    expect(source).toEqual({ kind: 'layer', name: 'facilities.geojson', layer: 'facilities' });
    expect(comparison?.states).toMatchObject({
      layers: [{ layer: 'facilities', moved: [{ id: 'F-1' }] }],
      counts: { gained: 0, lost: 1, changed: 0 },
    });
    expect(merging?.merge.items).toMatchObject([{ state: 'theirs', kind: 'layer', part: 'hash' }]);
    tab.compare.takeIn();
    await tab.idle();
    expect(tab.analysis.getState().analysis?.findings).toEqual([]);
    tab.plan.undo('planner');
    await tab.idle();
    expect(tab.analysis.getState().analysis?.findings).toHaveLength(1);
  });

  test('a file that is nothing is told, and leaves nothing', async () => {
    const { tab } = await person('planner', START);
    await tab.compare.withFiles([{ name: 'schools.geojson', bytes: new TextEncoder().encode('{') }]);
    expect(tab.compare.getState()).toMatchObject({ status: 'failed', comparison: null });
    expect(tab.session.getState().busy).toEqual([]);
  });

  test('an edit makes what was compared void', async () => {
    const { tab } = await person('planner', START);
    await tab.compare.withFiles([{ name: 'b.zip', bytes: START }]);
    expect(tab.compare.getState().merging?.merge.items).toEqual([]);
    renameSite(tab, { collection: 'schools', id: 'S-0001' }, '新名');
    expect(tab.compare.getState()).toMatchObject({ status: 'idle', comparison: null });
  });
});
