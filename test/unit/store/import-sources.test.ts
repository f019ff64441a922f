import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { strToU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { featuresOf, layerOf } from '../../../src/domain/plan';
import { toGcj02 } from '../../../src/geo/crs/offset-systems';
import { reprojection } from '../../../src/geo/crs/reprojection';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { rememberedEntries } from '../../../src/store/import/remembered';
import { parseCrs, withCrs } from '../../../src/store/import/crs-choices';
import { isSchemeWanted } from '../../../src/store/import/pending-source';
import { browser, collection, feature, square } from '../../builders/app';
import { testDesk } from '../../builders/folders';
import { differenceFromTruth, interchangeFile, interchangeZip } from '../../builders/interchange';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function withProject() {
  const desk = testDesk();
  const { openTab } = browser('a');
  const tab = await openTab({ desk });
  await tab.project.openSample('test');
  await tab.idle();
  return { tab, desk, openTab };
}

type Desk = ReturnType<typeof testDesk>;

/** The parcels as a saved project holds them. */
async function savedParcels(tab: RunningStores, desk: Desk): Promise<Uint8Array> {
  await tab.imports.commit();
  await tab.idle();
  await tab.project.save();
  const saved = unzipSync(await desk.bytes(desk.downloads.length - 1));
  const parcels = saved['parcels.geojson'];
  if (!parcels) throw new Error('no parcels were saved');
  return parcels;
}

const pendingOf = ({ imports }: RunningStores, at = 0) => imports.getState().pending[at]!;
const codes = ({ session }: RunningStores) => session.getState().notices.map(({ message }) => message.code);
const fileOf = (name: string) => interchangeFile(name);

const NAMES = { id: '地块编号', landUse: '用地代码', name: '地块名称', far: '容积率', households: '户数' };
const MAPPED = ['地块编号', '地块名称', '容积率', '户数'];
const same = (tolerance: number) => ({
  metres: expect.toSatisfy((metres: number) => metres < tolerance) as number,
  unmatched: [],
  attributes: [],
});
const difference = (geojson: Uint8Array, fields: readonly string[] = MAPPED) =>
  differenceFromTruth({ geojson }, (x, y) => [x, y], { names: NAMES, fields });

describe('a broken zip', () => {
  const broken = { name: '坏.zip', bytes: new Uint8Array([...strToU8('PK'), 3, 4, ...strToU8('cut off')]) };

  test('beside other files is refused in its own name, and they are read', async () => {
    const { tab } = await withProject();
    await tab.imports.add([broken, fileOf('wkt-4490.csv.gz')]);
    const { pending, refused } = tab.imports.getState();
    expect(pending.map(({ accepted }) => accepted)).toEqual([true]);
    expect(refused).toMatchObject([{ code: 'zip-broken', params: { file: '坏.zip' } }]);
    expect(codes(tab)).toEqual([]);
  });

  test('alone is refused as the project that it may have been', async () => {
    const { tab } = await withProject();
    await tab.imports.add([broken]);
    expect(codes(tab)).toEqual(['zip-broken']);
    expect(tab.session.getState().dialog).toBeNull();
  });
});

describe('parcels from files of other formats, saved with the project, are the same parcels', () => {
  test.each([
    ['a zip of a GBK shapefile', () => [fileOf('gbk-4523.zip')], 'shapefile', 4523],
    ['the loose parts of a shapefile', () => interchangeZip('gbk-4523.zip'), 'shapefile', 4523],
    ['a shapefile with names cut to ten bytes', () => [fileOf('utf8-4544.zip')], 'shapefile', 4544],
    ['a GeoPackage', () => [fileOf('4490.gpkg.gz')], 'geopackage', 4490],
    ['KML', () => [fileOf('parcels.kml.gz')], 'kml', 4326],
    ['CSV with WKT', () => [fileOf('wkt-4490.csv.gz')], 'csv', 4490],
  ] as const)('%s', async (_name, files, format, epsg) => {
    const { tab, desk } = await withProject();
    await tab.imports.add(files());
    const { id, layer, accepted, reply, source } = pendingOf(tab);
    expect(source?.summary.format).toBe(format);
    expect(source?.choices.crs).toEqual({ kind: 'epsg', epsg });
    expect(source?.summary.rows).toHaveLength(5);
    expect({ layer, accepted, failure: reply?.report.failure, taken: reply?.report.accepted }).toEqual({
      layer: 'parcels',
      accepted: true,
      failure: null,
      taken: 1000,
    });
    await tab.imports.setSource(id, { codeScheme: 'MNR2023' });
    const parcels = await savedParcels(tab, desk);
    expect(difference(parcels)).toEqual(same(0.01));
    expect(new TextDecoder().decode(parcels.subarray(0, 4096))).toContain('"codeScheme":"MNR2023"');
  });

  test.each([
    ['with a zone number before the easting', 'prefix-gb18030.txt.gz'],
    ['without one, by where the city is', 'no-prefix-utf8.txt.gz'],
  ])('boundary points %s', async (_name, name) => {
    const { tab, desk } = await withProject();
    await tab.imports.add([fileOf(name)]);
    expect(pendingOf(tab)).toMatchObject({ layer: 'parcels', accepted: true });
    expect(difference(await savedParcels(tab, desk), ['地块编号'])).toEqual(same(0.01));
  });

  test('a drawing, of which the labels are left', async () => {
    const { tab, desk } = await withProject();
    await tab.imports.add([fileOf('gbk-4544.dxf.gz')]);
    const [areas, points] = [pendingOf(tab), pendingOf(tab, 1)];
    expect(areas).toMatchObject({ accepted: true, layer: 'parcels' });
    expect(points).toMatchObject({ accepted: false, reply: { report: { accepted: 1000 } } });
    expect(areas.source?.choices.fields).toEqual({ Text: 'id' });
    expect(difference(await savedParcels(tab, desk), ['地块编号'])).toEqual(same(0.01));
  });

  test('GeoJSON in GCJ-02, at the user’s word', async () => {
    const { tab, desk } = await withProject();
    await tab.imports.add([fileOf('gcj02.geojson.gz')]);
    const { id, source } = pendingOf(tab);
    expect(source?.choices.crs).toEqual({ kind: 'epsg', epsg: 4490 });
    await tab.imports.setSource(id, withCrs(source!.summary, { kind: 'gcj02' }));
    expect(pendingOf(tab)).toMatchObject({ accepted: true, source: { isExact: false } });
    expect(difference(await savedParcels(tab, desk))).toEqual(same(0.5));
  });
});

const planar = (...xy: [number, number]) =>
  collection(feature('F-9', { type: 'Point', coordinates: xy }, { 设施类别: '网吧' }));

describe('a reference system', () => {
  const grid = reprojection({ kind: 'epsg', epsg: 4544 });
  const [east, north] = grid.ok ? grid.value.fromLonLat(106.02, 31.62) : [NaN, NaN];

  test('that GeoJSON does not name is found by the numbers, and can be corrected', async () => {
    const { tab } = await withProject();
    await tab.imports.add([{ name: '设施.geojson', bytes: strToU8(planar(east, north)) }]);
    const { id, source, accepted, reply, whereabouts } = pendingOf(tab);
    expect(source?.choices.crs).toEqual({ kind: 'epsg', epsg: 4544 });
    expect(whereabouts?.code).toBe('source-inside');
    expect({ accepted, failure: reply?.report.failure }).toEqual({ accepted: true, failure: null });
    const elsewhere = withCrs(source!.summary, parseCrs('EPSG:4546')!);
    await tab.imports.setSource(id, elsewhere);
    const moved = pendingOf(tab);
    expect(moved.whereabouts?.code).toBe('source-outside');
    expect(moved.accepted).toBe(false);
  });

  test('of an older datum wants parameters, or the word that there are none', async () => {
    const { tab } = await withProject();
    await tab.imports.add([{ name: '设施.geojson', bytes: strToU8(planar(east, north)) }]);
    const { id, source } = pendingOf(tab);
    await tab.imports.setSource(id, withCrs(source!.summary, parseCrs('2380')!));
    expect(pendingOf(tab)).toMatchObject({
      accepted: false,
      reply: null,
      source: { blocked: { code: 'crs-needs-parameters' } },
    });
    await tab.imports.setSource(id, { shift: 'unshifted' });
    expect(pendingOf(tab)).toMatchObject({ accepted: true, source: { blocked: null, isExact: false } });
  });

  test('that is GCJ-02 is the inverse of its shift', async () => {
    const { tab } = await withProject();
    const [lon, lat] = toGcj02(106.02, 31.62);
    const school = feature(
      'S-9',
      { type: 'Point', coordinates: [lon, lat] },
      { 学校名称: '新校', 学段: '小学' },
    );
    await tab.imports.add([{ name: '学校.geojson', bytes: strToU8(collection(school)) }]);
    const { id, source } = pendingOf(tab);
    await tab.imports.setSource(id, withCrs(source!.summary, { kind: 'gcj02' }));
    await tab.imports.commit();
    const found = featuresOf(tab.plan.getState().plan, 'schools').find((record) => record.id === 'S-9');
    expect(found?.feature.properties).toMatchObject({ name: '新校', stage: 'primary' });
    const [x = NaN, y = NaN] = (found?.feature.geometry as { coordinates: number[] }).coordinates;
    expect(x).toBeCloseTo(106.02, 8);
    expect(y).toBeCloseTo(31.62, 8);
  });
});

describe('what cannot be read', () => {
  test('is refused with the reason, and nothing changes', async () => {
    const { tab } = await withProject();
    const before = tab.plan.getState();
    await tab.imports.add([{ name: '图.dwg', bytes: strToU8('AC1032 and so on') }]);
    expect(tab.imports.getState()).toMatchObject({ pending: [], refused: [{ code: 'format-dwg' }] });
    expect(tab.session.getState().dialog).toEqual({ kind: 'import' });
    await tab.imports.commit();
    tab.imports.cancel();
    expect(tab.imports.getState().refused).toEqual([]);
    expect(tab.plan.getState()).toBe(before);
  });

  test('keeps nobody from the files beside it', async () => {
    const { tab } = await withProject();
    await tab.imports.add([
      { name: '图.dwg', bytes: strToU8('AC1032 and so on') },
      { name: '设施.csv', bytes: strToU8('编号,设施类别,经度,纬度\nF-9,网吧,106.02,31.62\n') },
    ]);
    expect(tab.imports.getState().refused).toHaveLength(1);
    expect(pendingOf(tab)).toMatchObject({ layer: 'facilities', accepted: true });
  });

  test('given up, leaves nothing behind', async () => {
    const { tab } = await withProject();
    tab.session.subscribe(({ busy }) => busy.find(({ id }) => id === 'import')?.cancel?.());
    await tab.imports.add([fileOf('gbk-4523.zip')]);
    expect(tab.imports.getState()).toMatchObject({ pending: [], refused: [] });
    expect(tab.session.getState()).toMatchObject({ dialog: null, busy: [], notices: [] });
  });
});

test('texts are read again in another encoding', async () => {
  const { tab } = await withProject();
  await tab.imports.add([fileOf('gbk-4523.zip')]);
  const { id } = pendingOf(tab);
  await tab.imports.setEncoding(id, 'big5');
  expect(pendingOf(tab).source?.summary.encoding).toMatchObject({ name: 'big5' });
  expect(pendingOf(tab).source?.choices.fields).not.toHaveProperty('用地代码');
  await tab.imports.setEncoding(id, 'gb18030');
  expect(pendingOf(tab).source?.choices.fields).toMatchObject({ 用地代码: 'landUse' });
});

test('what a field was taken for is remembered in the browser', async () => {
  const { tab, openTab } = await withProject();
  const csv = { name: '设施.csv', bytes: strToU8('甲,乙,经度,纬度\nF-9,网吧,106.02,31.62\n') };
  await tab.imports.add([csv]);
  const { id } = pendingOf(tab);
  await tab.imports.setSource(id, { fields: { 甲: 'id', 乙: 'kind' } });
  await tab.imports.commit();
  expect(layerOf(tab.plan.getState().plan, 'facilities')).not.toBeNull();
  tab.stop();
  const again = await openTab();
  await again.project.openSample('test');
  await again.imports.add([csv]);
  expect(pendingOf(again).source?.choices.fields).toMatchObject({ 甲: 'id', 乙: 'kind' });
  expect(codes(again)).toEqual([]);
});

test('a value of another’s words is remembered with its scheme, and can be changed and forgotten', async () => {
  const { tab, openTab } = await withProject();
  const wkt = '"POLYGON((106 31.6,106.001 31.6,106.001 31.601,106 31.6))"';
  const csv = { name: '地块.csv', bytes: strToU8(`WKT,地块编号,用地性质\n${wkt},P-1,中小学校用地\n`) };
  await tab.imports.add([csv]);
  const { id } = pendingOf(tab);
  await tab.imports.setSource(id, { codeScheme: 'MNR2023' });
  expect(pendingOf(tab).source?.unknown).toEqual([{ property: 'landUse', value: '中小学校用地', count: 1 }]);
  await tab.imports.setSource(id, { values: { landUse: { 中小学校用地: '080403' } } });
  const { source, reply } = pendingOf(tab);
  expect(source).toMatchObject({ unknown: [], chosen: [{ property: 'landUse', count: 1 }] });
  expect(reply?.sample[0]?.properties).toMatchObject({ landUse: '080403', 用地性质: '中小学校用地' });
  await tab.imports.commit();
  tab.stop();

  const again = await openTab();
  await again.project.openSample('test');
  await again.imports.add([csv]);
  const wordsOf = () => pendingOf(again).source?.choices.values;
  expect(wordsOf()).toEqual({});
  await again.imports.setSource(pendingOf(again).id, { codeScheme: 'GB50137-2011' });
  expect(wordsOf()).toEqual({ landUse: {} });
  await again.imports.setSource(pendingOf(again).id, { codeScheme: 'MNR2023' });
  expect(wordsOf()).toEqual({ landUse: { 中小学校用地: '080403' } });
  const [entry] = rememberedEntries(again.imports.getState().remembered);
  expect(entry).toMatchObject({ layer: 'parcels', property: 'landUse@MNR2023', ours: '080403' });
  again.imports.setRemembered(entry!, '0804');
  expect(rememberedEntries(again.imports.getState().remembered)).toEqual([{ ...entry, ours: '0804' }]);
  again.imports.setRemembered(entry!, null);
  again.stop();
  const last = await openTab();
  expect(rememberedEntries(last.imports.getState().remembered)).toEqual([]);
});

describe('the scheme of land-use codes', () => {
  const parcels = (...schemes: readonly (string | null)[]) => {
    const features = schemes.map((codeScheme, index) =>
      feature(`P-${index}`, square(106 + index / 100, 31.6, 0.001), {
        ...(codeScheme === null ? {} : { codeScheme }),
        ...{ landUse: '0804', kind: 'existing', status: 'built' },
      }),
    );
    return { name: '地块.geojson', bytes: strToU8(collection(...features)) };
  };
  const opened = async (file: ReturnType<typeof parcels>) => {
    const { tab } = await withProject();
    await tab.imports.add([file]);
    await tab.imports.openSettings(pendingOf(tab).id);
    const { source, layer, id } = pendingOf(tab);
    return { tab, id, source: source!, isWanted: isSchemeWanted(source!, layer) };
  };

  test('is not asked for where all features of ours carry it, nor are our own words', async () => {
    const { tab, source, isWanted } = await opened(parcels('MNR2023', 'GB50137-2011'));
    expect(isWanted).toBe(false);
    expect(source.unknown).toEqual([{ property: 'landUse', value: '0804', count: 1 }]);
    expect(pendingOf(tab).reply?.sample.map(({ properties }) => properties?.codeScheme)).toEqual([
      'MNR2023',
      'GB50137-2011',
    ]);
  });

  test('is asked for where some do not, for those', async () => {
    const { tab, id, source, isWanted } = await opened(parcels('MNR2023', null));
    expect({ isWanted, unknown: source.unknown }).toEqual({ isWanted: true, unknown: [] });
    await tab.imports.setSource(id, { codeScheme: 'GBT21010-2017' });
    const { source: chosen, layer, reply } = pendingOf(tab);
    expect(isSchemeWanted(chosen!, layer)).toBe(true);
    expect(reply?.sample.map(({ properties }) => properties?.codeScheme)).toEqual([
      'MNR2023',
      'GBT21010-2017',
    ]);
  });

  test('is asked for where none does, and of no other layer', async () => {
    const { tab, id, isWanted } = await opened(parcels(null));
    expect(isWanted).toBe(true);
    await tab.imports.setLayer(id, 'reservations');
    const { source, layer } = pendingOf(tab);
    expect(isSchemeWanted(source!, layer)).toBe(false);
  });
});

test('what is guessed anyway is not remembered', async () => {
  const { tab } = await withProject();
  await tab.imports.add([
    { name: '设施.csv', bytes: strToU8('编号,设施类别,经度,纬度\nF-9,网吧,106.02,31.62\n') },
  ]);
  await tab.imports.commit();
  expect(rememberedEntries(tab.imports.getState().remembered)).toEqual([]);
});

test('GeoJSON of ours is taken as it stands, and of others with its fields chosen', async () => {
  const { tab } = await withProject();
  const point = { type: 'Point', coordinates: [106.02, 31.62] };
  const named = (name: string, properties: Record<string, unknown>) => ({
    name,
    bytes: strToU8(collection(feature('F-9', point, properties))),
  });
  await tab.imports.add([
    named('设施.geojson', { kind: 'net-cafe' }),
    named('其他设施.geojson', { 设施类别: '网吧' }),
  ]);
  expect(pendingOf(tab).source).toBeNull();
  expect(pendingOf(tab, 1).source?.choices.fields).toMatchObject({ 设施类别: 'kind' });
});
