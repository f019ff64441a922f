import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { textOf } from '../../../src/domain/feature';
import { featuresOf, layerOf, projectOf } from '../../../src/domain/plan';
import { writeZip } from '../../../src/io/project/write-zip';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { guessLayer } from '../../../src/store/import/guess-layer';
import { browser, collection, feature, filesOf, PROJECT_FILES } from '../../builders/app';
import { squareAt } from '../../builders/plan-records';

const file = (name: string, text: string) => ({ name, bytes: strToU8(text) });
const codes = ({ session }: RunningStores) => session.getState().notices.map(({ message }) => message.code);
const names = ({ plan }: RunningStores) =>
  featuresOf(plan.getState().plan, 'schools').map(
    (record) => `${record.id} ${textOf(record.feature, 'name') ?? ''}`,
  );

const SCHOOLS = collection(
  feature('S-0002', squareAt(106.02, 31.62), { name: '新城西', stage: 'primary', status: 'planned' }),
  feature('S-0003', squareAt(106.03, 31.62), { name: '新校', stage: 'junior', status: 'planned' }),
);
const CAFE = collection(
  feature('F-9', { type: 'Point', coordinates: [106.0205, 31.6215] }, { kind: 'net-cafe' }),
);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function withProject() {
  const test = browser('a');
  const tab = await test.openTab();
  await tab.project.openSample('test');
  await tab.idle();
  return { tab, openTab: test.openTab };
}

describe('guessLayer', () => {
  const polygon = (properties: string) => strToU8(`{"type":"Polygon","properties":{${properties}}}`);
  test.each([
    ['学校.geojson', '', 'schools'],
    ['2024年小学校址.json', '', 'schools'],
    ['教育预留用地.geojson', '', 'reservations'],
    ['控规地块.geojson', '', 'parcels'],
    ['片区.geojson', '', 'districts'],
    ['道路中心线.geojson', '"type":"LineString"', 'roads'],
    ['railway_lines.geojson', '"type":"LineString"', 'railways'],
    ['高压线.json', '"type":"LineString"', 'powerlines'],
    ['居住小区人口.geojson', '', 'residential'],
    ['export (3).geojson', '"landUse":"0701"', 'parcels'],
    ['export (3).geojson', '"stage":"primary"', 'schools'],
    ['a.geojson', '"kV":220,"type":"LineString"', 'powerlines'],
    ['a.geojson', '"kind":"net-cafe","type":"Point"', 'facilities'],
    ['a.geojson', '"type":"MultiLineString"', 'roads'],
    ['a.geojson', '"type":"MultiPolygon"', 'parcels'],
  ] as const)('%s with %s is %s', (name, content, layer) => {
    expect(guessLayer(name, strToU8(content))).toBe(layer);
  });
  test('a name that does not fit the geometry says nothing', () => {
    expect(guessLayer('学校门前道路.geojson', polygon('"stage":"primary"'))).toBe('schools');
  });
});

describe('imports', () => {
  test('say in the record of a layer where its features are from, unless they join others', async () => {
    const { tab } = await withProject();
    const origin = { doc: '设施 https://a.cn/ogc (2025-03-01)' };
    await tab.imports.add([
      { ...file('facilities.geojson', CAFE), origin },
      { ...file('schools.geojson', SCHOOLS), origin },
    ]);
    await tab.imports.commit();
    const { plan } = tab.plan.getState();
    expect(layerOf(plan, 'facilities')?.source).toEqual(origin);
    expect(layerOf(plan, 'schools')?.source).toBeUndefined();
  });

  test('several files are one transaction, which undo takes back and redo does again', async () => {
    const { tab } = await withProject();
    const before = tab.analysis.getState().analysis?.findings.map(({ conflict }) => conflict.id);
    await tab.imports.add([file('学校.geojson', SCHOOLS), file('设施.geojson', CAFE)]);
    expect(tab.session.getState().dialog).toEqual({ kind: 'import' });
    expect(
      tab.imports.getState().pending.map(({ layer, mode, accepted }) => [layer, mode, accepted]),
    ).toEqual([
      ['schools', 'merge', true],
      ['facilities', 'replace', true],
    ]);
    expect(tab.plan.getState().revision).toBe(0);
    await tab.imports.commit();
    await tab.idle();
    expect(tab.plan.getState().revision).toBe(1);
    expect(names(tab)).toEqual(['S-0001 城东小学', 'S-0002 新城西', 'S-0003 新校']);
    expect(tab.analysis.getState().analysis?.findings.map(({ conflict }) => conflict.id)).toEqual([
      'test.near:S-0002:F-9',
    ]);
    expect(tab.imports.getState().pending).toEqual([]);

    tab.plan.undo('');
    await tab.idle();
    expect(names(tab)).toEqual(['S-0001 城东小学', 'S-0002 城西小学']);
    expect(tab.analysis.getState().analysis?.findings.map(({ conflict }) => conflict.id)).toEqual(before);
    tab.plan.redo('');
    await tab.idle();
    expect(tab.analysis.getState().analysis?.findings).toHaveLength(1);
    expect(codes(tab)).toEqual(['import.done']);
  });

  test('an imported layer and the one that it replaced are there after a reload', async () => {
    const { tab, openTab } = await withProject();
    await tab.imports.add([file('设施.geojson', CAFE)]);
    await tab.imports.commit();
    await tab.idle();
    tab.stop();
    const again = await openTab();
    await again.project.restore();
    await again.idle();
    expect(again.analysis.getState().analysis?.findings.map(({ conflict }) => conflict.object.id)).toEqual([
      'F-9',
    ]);
    again.plan.undo('');
    await again.idle();
    expect(again.analysis.getState().analysis?.findings.map(({ conflict }) => conflict.object.id)).toEqual([
      'F-1',
    ]);
    expect(codes(again)).toEqual([]);
  });

  test('replacing keeps no former feature', async () => {
    const { tab } = await withProject();
    await tab.imports.add([file('学校.geojson', SCHOOLS)]);
    const [pending] = tab.imports.getState().pending;
    tab.imports.setMode(pending?.id ?? '', 'replace');
    await tab.imports.commit();
    expect(names(tab)).toEqual(['S-0002 新城西', 'S-0003 新校']);
  });

  test('another layer is another reading', async () => {
    const { tab } = await withProject();
    await tab.imports.add([file('a.geojson', SCHOOLS)]);
    const id = tab.imports.getState().pending[0]?.id ?? '';
    await tab.imports.setLayer(id, 'roads');
    expect(tab.imports.getState().pending[0]).toMatchObject({
      layer: 'roads',
      reply: { report: { accepted: 0 } },
    });
    await tab.imports.setLayer(id, 'parcels');
    await tab.imports.commit();
    expect(layerOf(tab.plan.getState().plan, 'parcels')).toMatchObject({ file: 'parcels.geojson' });
    expect(names(tab)).toHaveLength(2);
  });

  test('exchanged axes are mended in the file itself, so that it is read the same again', async () => {
    const { tab, openTab } = await withProject();
    const swapped = collection(
      feature('F-9', { type: 'Point', coordinates: [31.6215, 106.0205] }, { kind: 'net-cafe' }),
    );
    await tab.imports.add([file('设施.geojson', swapped)]);
    await tab.imports.swapAxes(tab.imports.getState().pending[0]?.id ?? '');
    await tab.imports.commit();
    await tab.idle();
    tab.stop();
    const again = await openTab();
    await again.project.restore();
    await again.idle();
    expect(again.analysis.getState().analysis?.findings.map(({ conflict }) => conflict.id)).toEqual([
      'test.near:S-0002:F-9',
    ]);
  });

  test('what cannot be read is not taken, and nothing else changes', async () => {
    const { tab } = await withProject();
    const before = tab.plan.getState();
    await tab.imports.add([file('学校.geojson', '{"type":"FeatureColl')]);
    const [pending] = tab.imports.getState().pending;
    expect(pending).toMatchObject({ accepted: false });
    expect(pending?.reply?.report.failure).not.toBeNull();
    tab.imports.setAccepted(pending?.id ?? '', true);
    await tab.imports.commit();
    expect(tab.plan.getState()).toBe(before);
  });

  test('given up, they leave nothing behind', async () => {
    const { tab } = await withProject();
    const before = tab.plan.getState();
    await tab.imports.add([file('学校.geojson', SCHOOLS)]);
    tab.imports.cancel();
    expect(tab.imports.getState().pending).toEqual([]);
    expect(tab.session.getState().dialog).toBeNull();
    expect(tab.plan.getState()).toBe(before);
  });

  test('reading can be cancelled', async () => {
    const { tab } = await withProject();
    tab.session.subscribe(({ busy }) => busy.find(({ id }) => id === 'import')?.cancel?.());
    await tab.imports.add([file('学校.geojson', SCHOOLS)]);
    expect(tab.imports.getState().pending).toEqual([]);
    expect(tab.session.getState()).toMatchObject({ dialog: null, busy: [], notices: [] });
  });

  test('two files for one reference layer are refused', async () => {
    const { tab } = await withProject();
    await tab.imports.add([file('设施.geojson', CAFE), file('设施2.geojson', CAFE)]);
    await tab.imports.commit();
    expect(codes(tab)).toEqual(['import.layer-twice']);
    expect(tab.plan.getState().revision).toBe(0);
  });

  test('a whole project, packed or as files, is opened', async () => {
    const { tab } = await withProject();
    const project = JSON.parse(PROJECT_FILES['project.json'] ?? '') as object;
    const renamed = { ...PROJECT_FILES, 'project.json': JSON.stringify({ ...project, name: '别的城' }) };
    await tab.imports.add([{ name: 'b.zip', bytes: writeZip(filesOf(renamed)) }]);
    expect(projectOf(tab.plan.getState().plan)?.name).toBe('别的城');
    const flat = { ...PROJECT_FILES, 'project.json': JSON.stringify({ ...project, rules: [] }) };
    await tab.imports.add(Object.entries(flat).map(([name, text]) => file(name, text)));
    expect(projectOf(tab.plan.getState().plan)?.name).toBe('测试城');
  });

  test('the first features of an empty project say where it is', async () => {
    const tab = await browser('a').openTab();
    await tab.project.create('新');
    await tab.imports.add([file('片区.geojson', PROJECT_FILES['districts.geojson'] ?? '')]);
    await tab.imports.commit();
    expect(projectOf(tab.plan.getState().plan)?.frame).toEqual({ lon: 106.02, lat: 31.62 });
    await tab.imports.add([file('学校.geojson', SCHOOLS)]);
    await tab.imports.commit();
    expect(projectOf(tab.plan.getState().plan)?.frame).toEqual({ lon: 106.02, lat: 31.62 });
  });
});
