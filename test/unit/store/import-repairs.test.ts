import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { strToU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { areaChange } from '../../../src/domain/import-report';
import { featuresOf, layerOf } from '../../../src/domain/plan';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { atOnce } from '../../../src/store/in-slices';
import { changesMoreThan, featuresTaken, listRepairs } from '../../../src/store/import/repair-choices';
import { browser, collection, feature } from '../../builders/app';
import { testDesk } from '../../builders/folders';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const at = (x: number, y: number) => [106.01 + x / 1e3, 31.6 + y / 1e3];
const polygon = (...corners: [number, number][]) => ({
  type: 'Polygon',
  coordinates: [corners.map(([x, y]) => at(x, y))],
});
const SOUND = polygon([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]);
const OPEN = polygon([2, 0], [3, 0], [3, 1], [2, 1]);
const BOW = polygon([4, 0], [5, 1], [5, 0], [4, 1], [4, 0]);
const LAND = { landUse: '0804', codeScheme: 'MNR2023' };
const PARCELS = collection(
  feature('sound', SOUND, LAND),
  feature('open', OPEN, LAND),
  feature('bow', BOW, LAND),
);
const SITES = collection(
  feature('s-sound', SOUND, { name: '甲', stage: 'primary', status: 'existing' }),
  feature('s-open', OPEN, { name: '乙', stage: 'primary', status: 'existing' }),
  feature('s-bow', BOW, { name: '丙', stage: 'primary', status: 'existing' }),
);

async function withFile(name: string, text: string) {
  const desk = testDesk();
  const tab = await browser('a').openTab({ desk });
  await tab.project.openSample('test');
  await tab.idle();
  await tab.imports.add([{ name, bytes: strToU8(text) }]);
  return { tab, desk };
}

const pendingOf = ({ imports }: RunningStores) => imports.getState().pending[0]!;
const repairsOf = (tab: RunningStores) => atOnce(listRepairs(pendingOf(tab).reply!.report.issues));
const rowOf = (tab: RunningStores, id: string) => repairsOf(tab).rows.filter((row) => row.id === id);
const take = (tab: RunningStores, id: string, isWanted: boolean) =>
  tab.imports.setRepairs(pendingOf(tab).id, rowOf(tab, id), isWanted);
const takenOf = (tab: RunningStores) => featuresTaken(pendingOf(tab).reply!.report, pendingOf(tab).repairs);
const schoolIds = ({ plan }: RunningStores) =>
  featuresOf(plan.getState().plan, 'schools').map(({ id }) => id);

async function saved(tab: RunningStores, desk: ReturnType<typeof testDesk>, file: string) {
  await tab.idle();
  await tab.project.save();
  const text = new TextDecoder().decode(unzipSync(await desk.bytes(desk.downloads.length - 1))[file]);
  return JSON.parse(text) as { features: { id: string; geometry: { type: string } }[] } & Record<
    string,
    unknown
  >;
}

describe('repairs of a file', () => {
  it('are listed feature by feature with what they do, mends apart from what was done', async () => {
    const { tab } = await withFile('地块.geojson', PARCELS);
    const { rows, kinds } = repairsOf(tab);
    expect(rows.map(({ id, isOffer }) => [id, isOffer])).toEqual([
      ['open', false],
      ['bow', true],
    ]);
    expect(kinds).toEqual([
      { code: 'unclosed-ring', isOffer: false, count: 1 },
      { code: 'self-intersection', isOffer: true, count: 1 },
    ]);
    expect(areaChange(rows[0]!.measure)).toEqual({ m2: 0, percent: 0 });
    expect(areaChange(rows[1]!.measure)?.percent).toBe(Infinity);
    expect(rows.map((row) => changesMoreThan(row, { m2: 1, percent: 1 }))).toEqual([false, true]);
    expect(changesMoreThan(rows[1]!, { m2: 1e6, percent: Infinity })).toBe(false);
    expect(takenOf(tab)).toBe(2);
  });

  it('of a reference layer that are refused or granted are so in the file that the project keeps', async () => {
    const { tab, desk } = await withFile('地块.geojson', PARCELS);
    const original = pendingOf(tab).reply!.report.hash;
    take(tab, 'open', false);
    take(tab, 'bow', true);
    expect(takenOf(tab)).toBe(2);
    await tab.imports.commit();
    const hash = layerOf(tab.plan.getState().plan, 'parcels')?.hash;
    expect(hash).not.toBe(original);
    const kept = await saved(tab, desk, 'parcels.geojson');
    expect(kept.features.map(({ id, geometry }) => [id, geometry.type])).toEqual([
      ['sound', 'Polygon'],
      ['bow', 'MultiPolygon'],
    ]);
    expect(kept['xuezhi:revision']).toMatchObject({ sha256: original, leftOut: [1], mended: [2] });
    expect(tab.plan.getState().history.past.at(-1)?.label).toMatchObject({
      code: 'op.import-layer-revised',
      params: { leftOut: 1, mended: 1 },
    });
    const again = await browser('b').openTab({ desk });
    await again.project.openZip('p.zip', await desk.bytes(desk.downloads.length - 1));
    await again.idle();
    expect(layerOf(again.plan.getState().plan, 'parcels')?.hash).toBe(hash);
  });

  it('of collections likewise, in one step that can be undone', async () => {
    const { tab } = await withFile('学校.geojson', SITES);
    const before = schoolIds(tab);
    take(tab, 's-open', false);
    take(tab, 's-bow', true);
    await tab.imports.commit();
    expect(schoolIds(tab)).toEqual(expect.arrayContaining(['s-sound', 's-bow']));
    expect(schoolIds(tab)).not.toContain('s-open');
    tab.plan.undo('甲');
    expect(schoolIds(tab)).toEqual(before);
  });

  it('are taken as the file stands where nothing was decided, or was taken back', async () => {
    const { tab } = await withFile('地块.geojson', PARCELS);
    const original = pendingOf(tab).reply!.report.hash;
    take(tab, 'open', false);
    take(tab, 'open', true);
    await tab.imports.commit();
    expect(layerOf(tab.plan.getState().plan, 'parcels')?.hash).toBe(original);
  });

  it('stay decided while a file is read in another way, and are let go with what they were about', async () => {
    const { tab } = await withFile('学校.geojson', SITES);
    take(tab, 's-open', false);
    await tab.imports.setLayer(pendingOf(tab).id, 'parcels');
    expect(pendingOf(tab).repairs.refused).toEqual(new Set([1]));
    await tab.imports.setLayer(pendingOf(tab).id, 'roads');
    expect(pendingOf(tab).repairs.refused).toEqual(new Set());
  });

  it('that leave nothing of a file take nothing, and the file stays', async () => {
    const { tab } = await withFile('地块.geojson', collection(feature('open', OPEN, LAND)));
    const before = tab.plan.getState().plan;
    take(tab, 'open', false);
    await tab.imports.commit();
    expect(tab.plan.getState().plan).toBe(before);
    expect(tab.session.getState().notices.map(({ message }) => message.code)).toContain('no-features');
    expect(tab.imports.getState().pending).toHaveLength(1);
  });
});
