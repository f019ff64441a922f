import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CUT_NAMES, differenceFromTruth, interchangeFile, interchangeZip } from '../../builders/interchange';
import { elementsAt, textsAt, xmlTree } from '../../builders/xml-tree';
import { PALETTES } from '../../../src/domain/looks/palette';
import { unpack } from '../../../src/io/project/zip-source';
import { run } from './run';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'convert-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of the interchange set as it would lie on a disk. */
function given(name: string): string {
  const { name: plain, bytes } = interchangeFile(name);
  const path = join(folder, plain);
  writeFileSync(path, bytes);
  return path;
}

const FIELDS = ['地块编号', '用地代码', '用地性质', '地块名称', '容积率', '户数'];
const EDUCATION = PALETTES.light.landUse.education;
/** A colour as KML writes it. */
const bgr = (hex: string) => hex.slice(5, 7) + hex.slice(3, 5) + hex.slice(1, 3);
/** What boundary-point text has places for, and what it calls them; names may have commas, which it cannot hold. */
const TEXT_NAMES = { 地块用途: '用地性质', 地类编码: '用地代码' };
const TEXT_FIELDS = ['地块编号', '用地代码', '用地性质'];
const SAME = { unmatched: [], attributes: [] };

function difference(path: string, names: Record<string, string>, fields: readonly string[]) {
  const geojson = new Uint8Array(readFileSync(path));
  return differenceFromTruth({ geojson }, (x, y) => [x, y], { names, fields });
}

describe('convert, of the interchange set', () => {
  it.each<[file: string, words: string[], metres: number, names: Record<string, string>, fields: string[]]>([
    ['gbk-4523.zip', [], 0.01, {}, FIELDS],
    ['utf8-4544.zip', [], 0.01, CUT_NAMES, FIELDS],
    ['legacy-crs-4544.geojson.gz', [], 0.01, {}, FIELDS],
    ['4490.gpkg.gz', [], 0.01, {}, FIELDS],
    ['4490.fgb.gz', [], 0.01, {}, FIELDS],
    ['parcels.kml.gz', [], 0.01, {}, FIELDS],
    ['wkt-4490.csv.gz', [], 0.01, {}, FIELDS],
    ['prefix-gb18030.txt.gz', [], 0.01, TEXT_NAMES, TEXT_FIELDS],
    ['no-prefix-utf8.txt.gz', [], 0.01, TEXT_NAMES, TEXT_FIELDS],
    ['gcj02.geojson.gz', ['--from', 'gcj02'], 0.5, {}, FIELDS],
  ])('reads %s', async (file, words, metres, names, fields) => {
    const output = join(folder, `${file}.geojson`);
    const { status, error } = await run(['convert', given(file), output, ...words]);
    expect([status, error]).toEqual([0, expect.stringContaining('1000 features')]);
    const { metres: off, ...rest } = difference(output, names, fields);
    expect(rest).toEqual(SAME);
    expect(off).toBeLessThan(metres);
    expect(error.includes('only roughly')).toBe(words.includes('gcj02'));
  });

  it('reads a drawing once it is told the system', async () => {
    const input = given('gbk-4544.dxf.gz');
    const untold = await run(['convert', input, join(folder, 'a.geojson')]);
    expect(untold).toMatchObject({ status: 2, error: expect.stringContaining('--from') as string });
    const told = await run(['convert', input, join(folder, 'dxf.geojson'), '--from', '4544']);
    expect(told.status).toBe(0);
    const areas = /Wrote (.*Polygon.*)\n/i.exec(told.error)?.[1] ?? join(folder, 'dxf.geojson');
    const { metres, ...rest } = difference(areas, { Text: '地块编号' }, ['地块编号']);
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(0.01);
  });

  it('reads loose parts of a shapefile by the path of one', async () => {
    for (const { name, bytes } of interchangeZip('gbk-4523.zip')) writeFileSync(join(folder, name), bytes);
    const shp = interchangeZip('gbk-4523.zip').find(({ name }) => name.endsWith('.shp'))!.name;
    const output = join(folder, 'loose.geojson');
    expect((await run(['convert', join(folder, shp), output])).status).toBe(0);
    expect(difference(output, {}, FIELDS)).toMatchObject(SAME);
  });

  it.each<[ending: string, words: string[], names: Record<string, string>, fields: string[]]>([
    ['csv', [], {}, FIELDS],
    ['csv', ['--to', '4523', '--to-encoding', 'gbk'], {}, FIELDS],
    ['txt', ['--to-encoding', 'gbk'], TEXT_NAMES, TEXT_FIELDS],
    ['txt', ['--to', '4544'], TEXT_NAMES, TEXT_FIELDS],
    ['txt', ['--to', '4490'], TEXT_NAMES, TEXT_FIELDS],
    ['geojson', ['--to', '4544'], {}, FIELDS],
    ['xlsx', [], {}, FIELDS],
    ['kml', [], {}, FIELDS],
    ['gpkg', ['--to', '4523'], {}, FIELDS],
    ['zip', ['--to', '4523', '--to-encoding', 'gbk'], {}, FIELDS],
    ['shp', ['--to', '4544'], CUT_NAMES, FIELDS],
  ])('writes %s %j, and reads it again', async (ending, words, names, fields) => {
    const made = join(folder, `made.${ending}`);
    const output = join(folder, 'again.geojson');
    expect((await run(['convert', given('parcels.geojson.gz'), made, ...words])).status).toBe(0);
    const to = words[0] === '--to' ? ['--from', words[1]!] : [];
    const again = await run(['convert', made, output, ...(ending === 'csv' ? to : [])]);
    expect([again.status, again.error]).toEqual([0, expect.stringContaining('1000 features')]);
    const { metres, ...rest } = difference(output, names, fields);
    expect(rest).toEqual(SAME);
    expect(metres).toBeLessThan(0.01);
  });

  it.each<[output: string, words: string[], beside: string[], source: string]>([
    ['工程.gpkg', [], ['工程.qgz'], './工程.gpkg|layername=parcels'],
    ['工程.json', ['--to', '4544'], ['工程.qgz'], './工程.json'],
    ['工程.shp', ['--to', '4544'], ['工程.dbf', '工程.qgz'], './工程.shp'],
  ])('writes a project for QGIS beside %s', async (name, words, beside, source) => {
    const output = join(folder, name);
    const { status, error } = await run([
      'convert',
      ...['--qgis', given('parcels.geojson.gz'), output],
      ...['--role', 'parcels', '--scheme', 'MNR2023', ...words],
    ]);
    expect([status, error]).toEqual([0, expect.stringContaining(output)]);
    for (const file of beside) expect(error).toContain(join(folder, file));
    const files = unpack(new Uint8Array(readFileSync(join(folder, '工程.qgz'))), '工程.qgz');
    const project = xmlTree(new TextDecoder().decode(files.ok ? files.value.get('工程.qgs') : undefined));
    expect(textsAt(project, 'projectlayers/maplayer/datasource')).toEqual([source]);
    expect(textsAt(project, 'projectCrs/spatialrefsys/authid')).toEqual([`EPSG:${words[1] ?? 4490}`]);
    const aliases = elementsAt(project, 'projectlayers/maplayer/aliases/alias');
    expect(aliases.find(({ attributes }) => attributes.field === 'far')?.attributes.name).toBe(
      'Floor area ratio',
    );
  });

  it.each([
    ['kml', `<color>ff${bgr(EDUCATION)}</color>`],
    ['dxf', '_080403 中小学用地'],
    ['qgz', 'value="080403" label="080403 中小学用地"'],
  ])('draws a layer in %s as the map does, where it is told which it is', async (ending, look) => {
    const output = join(folder, `looks.${ending === 'qgz' ? 'geojson' : ending}`);
    const drawn = async (...words: string[]) => {
      const all = ['convert', given('parcels.geojson.gz'), output, ...words];
      const { status } = await run(ending === 'qgz' ? [...all, '--qgis'] : all, { LANG: 'zh_CN.UTF-8' });
      expect(status).toBe(0);
      const bytes = new Uint8Array(readFileSync(join(folder, `looks.${ending}`)));
      if (ending !== 'qgz') return new TextDecoder(ending === 'dxf' ? 'gbk' : 'utf-8').decode(bytes);
      const files = unpack(bytes, output);
      return new TextDecoder().decode(files.ok ? files.value.get('looks.qgs') : undefined);
    };
    expect((await drawn('--role', 'parcels', '--scheme', 'MNR2023')).includes(look)).toBe(true);
    expect((await drawn()).includes(look)).toBe(false);
  });

  it('gives a layer our names and words', async () => {
    const output = join(folder, 'mapped.geojson');
    const words = ['--role', 'parcels', '--scheme', 'MNR2023', '--map', '地块名称=name', '容积率=far'];
    const { status, error } = await run(['convert', given('gbk-4523.zip'), output, ...words]);
    expect([status, error]).toEqual([0, expect.not.stringContaining('not known')]);
    const { features } = JSON.parse(readFileSync(output, 'utf8')) as {
      features: { properties: Record<string, unknown> }[];
    };
    expect(Object.keys(features[0]!.properties)).toEqual(
      expect.arrayContaining(['id', 'name', 'landUse', 'codeScheme', 'far', 'households']),
    );
    const checked = await run(['validate', output]);
    expect([checked.status, checked.error]).toEqual([0, expect.stringContaining('1000 accepted')]);
  });
});

describe('convert', () => {
  const GEOJSON =
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[592075.7,3495689.704]}}]}';

  it('leaves out features that cannot be written, and says how many', async () => {
    const input = join(folder, 'broken.geojson');
    const shapes = [
      { type: 'Point', coordinates: [105.97, 31.58] },
      { type: 'Polygon', coordinates: [[105.97, 31.58]] },
      null,
    ];
    const features = shapes.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));
    writeFileSync(input, JSON.stringify({ type: 'FeatureCollection', features }));
    for (const ending of ['geojson', 'txt', 'csv']) {
      const { status, error } = await run(['convert', input, join(folder, `broken-out.${ending}`)]);
      expect([status, error]).toEqual([0, expect.stringContaining('2 features of')]);
    }
  });

  it('asks for the parameters of an older datum, and uses them', async () => {
    const input = join(folder, 'xian.geojson');
    writeFileSync(input, GEOJSON);
    const output = join(folder, 'shifted.geojson');
    const without = await run(['convert', input, output, '--from', '2380']);
    expect(without).toMatchObject({ status: 2, error: expect.stringContaining('--parameters') as string });
    const parameters = join(folder, 'seven.txt');
    writeFileSync(parameters, '-100 50 20\n0 0 0\n0\n');
    expect((await run(['convert', input, output, '--from', '2380', '--parameters', parameters])).status).toBe(
      0,
    );
    const text = readFileSync(output, 'utf8');
    const [, lon, lat] = /"coordinates":\[([\d.]+),([\d.]+)\]/.exec(text)!;
    expect(Math.hypot((Number(lon) - 105.97) * 94_900, (Number(lat) - 31.58) * 110_900)).toBeGreaterThan(20);
    expect(text).not.toContain('-100');
    writeFileSync(parameters, '1 2 3');
    const bad = await run(['convert', input, output, '--from', '2380', '--parameters', parameters]);
    expect(bad).toMatchObject({ status: 2, error: expect.stringContaining('seven numbers') as string });
  });

  it('writes a public edition without prisons, and says what it left out', async () => {
    const facilities = [
      { id: 'F-666', kind: 'prison', name: '北山看守所', at: [105.97, 31.58] },
      {
        id: 'F-1',
        kind: 'net-cafe',
        name: '网吧',
        remark: '北山看守所以东',
        at: [105.971234567, 31.581234567],
      },
    ];
    const features = facilities.map(({ at, ...properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: at },
    }));
    const input = join(folder, 'facilities.geojson');
    writeFileSync(input, JSON.stringify({ type: 'FeatureCollection', features }));
    const output = join(folder, 'public.geojson');
    const words = ['--to', '4544', '--profile', 'public', '--round', '100', '--approval-number', '川S12号'];
    const { status, error } = await run(['convert', input, output, ...words]);
    expect([status, error]).toEqual([
      0,
      expect.stringContaining('Prisons and detention centres left out: 1'),
    ]);
    const text = readFileSync(output, 'utf8');
    expect(text).not.toMatch(/看守所|F-666|remark/);
    expect(text).toContain('川S12号');
    expect(text).toMatch(/"coordinates":\[\d+00,\d+00\]/);
    const kept = join(folder, 'internal.geojson');
    await run(['convert', input, kept, '--profile', 'internal']);
    expect(readFileSync(kept, 'utf8')).toContain('北山看守所以东');
  });

  it('makes no public edition of what it does not know', async () => {
    const input = join(folder, 'something.geojson');
    writeFileSync(input, GEOJSON.replace('592075.7,3495689.704', '105.97,31.58'));
    const words = ['convert', input, join(folder, 'some-public.geojson'), '--profile', 'public'];
    expect(await run(words)).toMatchObject({ status: 2, error: expect.stringContaining('--role') as string });
    expect(await run([...words, '--role', 'facilities'])).toMatchObject({ status: 0 });
  });

  it.each([
    [['convert', 'a.shp', 'b.gpkg', '--profile', 'secret'], 'internal, public'],
    [['convert', 'a.shp', 'b.gpkg', '--round', '10'], '--profile public'],
    [['convert', 'a.shp', 'b.gpkg', '--profile', 'public', '--round', '-1'], '--round'],
    [['convert', 'a.shp'], 'two paths'],
    [['convert', 'a.shp', 'b.geojson', '--from', 'nonsense'], 'nonsense'],
    [['convert', 'a.shp', 'b.geojson', '--role', 'houses'], 'houses'],
    [['convert', 'a.shp', 'b.geojson', '--map', 'A=id'], '--role'],
    [['convert', 'a.shp', 'b.geojson', '--role', 'parcels', '--map', 'A'], 'FIELD=property'],
    [['convert', 'a.shp', 'b.geojson', '--encoding', 'nonsense'], 'nonsense'],
    [['convert', 'a.shp', 'b.docx'], 'docx'],
    [['convert', 'there-is-no.shp', 'b.geojson'], 'there-is-no'],
    [['convert', 'a.shp', 'b.geojson', '--format', 'csv'], '--format'],
    [['convert', 'a.shp', 'b.dxf', '--qgis'], '--qgis goes with'],
  ])('%j is refused', async (words, why) => {
    const { status, error } = await run(words);
    expect(status).toBe(2);
    expect(error).toContain(why);
    expect(error.trim().split('\n')).toHaveLength(1);
  });
});

describe('validate --json', () => {
  it('tells what was found of each feature, by its place in the file and by a reason that stays the same', async () => {
    const point = { type: 'Point', coordinates: [106, 31.6] };
    const sound = {
      type: 'Feature',
      properties: { id: 'F-1', kind: 'internet-bar', name: '甲' },
      geometry: point,
    };
    const input = join(folder, 'facilities.geojson');
    writeFileSync(
      input,
      JSON.stringify({ type: 'FeatureCollection', features: [sound, { ...sound, geometry: null }] }),
    );
    const { status, out } = await run(['validate', input, '--role', 'facilities', '--json']);
    expect(status).toBe(0);
    const { engine, layers } = JSON.parse(out) as { engine: object; layers: Record<string, unknown>[] };
    expect(engine).toMatchObject({ name: 'xuezhi' });
    expect(layers).toHaveLength(1);
    expect(layers[0]).toMatchObject({ layer: 'facilities', total: 2, accepted: 1 });
    expect(layers[0]!.remarks).toMatchObject([{ reason: 'crs-from-degrees' }, { reason: 'value-unknown' }]);
    expect(layers[0]!.issues).toMatchObject([{ level: 'rejected', index: 1, reason: 'null-geometry' }]);
    expect(layers[0]!.sha256).toMatch(/^[\da-f]{64}$/);
  });

  it('tells which pack was read, and nothing where the input cannot be', async () => {
    const { out } = await run(['validate', 'data/rules/office.json', '--json']);
    expect(JSON.parse(out)).toMatchObject({ pack: { id: 'office' } });
    const broken = await run(['validate', join(folder, 'nowhere.geojson'), '--json']);
    expect([broken.status, broken.out]).toEqual([2, '']);
  });
});

describe('validate', () => {
  it.each(['gbk-4523.zip', '4490.gpkg.gz', 'prefix-gb18030.txt.gz', 'wkt-4490.csv.gz', 'parcels.kml.gz'])(
    'reads %s',
    async (file) => {
      const { status, error } = await run(['validate', given(file)]);
      expect([status, error]).toEqual([0, expect.stringMatching(/1000 features, 1000 accepted/)]);
      expect(error).not.toContain('winding');
    },
  );

  it('takes a layer for what its name says, in either language, and any other for facilities', async () => {
    const { error } = await run(['validate', given('gbk-4523.zip')]);
    expect(error).toMatch(/地块 \(.*parcels.*\)/i);
    expect((await run(['validate', given('wkt-4490.csv.gz')])).error).toMatch(/\(.*facilities.*\)/i);
  });

  it('reads a drawing in the system that it is told, for the layer that it is told', async () => {
    const input = given('gbk-4544.dxf.gz');
    expect((await run(['validate', input])).status).toBe(2);
    const told = await run([
      'validate',
      input,
      '--from',
      'EPSG:4544',
      '--role',
      'parcels',
      '--map',
      'Text=id',
    ]);
    expect(told.status).toBe(0);
    expect(told.error).toMatch(/Polygon.*\(.*parcels.*\).*1000 features, 1000 accepted/i);
    expect(told.error).not.toContain('missing-id');
    expect(told.error).not.toMatch(/refused|not accept/i);
  });

  it('reads GeoJSON in a system that it does not name', async () => {
    const { status, error } = await run(['validate', given('gcj02.geojson.gz'), '--from', 'gcj02']);
    expect([status, error]).toEqual([0, expect.stringMatching(/1000 accepted/)]);
    expect(error).toContain('only roughly');
  });

  it('says what repairs do to areas, and what could be mended', async () => {
    const at = (x: number, y: number) => [106 + x / 1000, 31.5 + y / 1000];
    const parcel = (id: string, corners: number[][]) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Polygon', coordinates: [corners] },
    });
    const features = [
      parcel('open', [at(0, 0), at(1, 0), at(1, 1)]),
      parcel('bow', [at(2, 0), at(3, 1), at(3, 0), at(2, 1), at(2, 0)]),
    ];
    const file = join(folder, 'parcels.geojson');
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
    const { error } = await run(['validate', file]);
    expect(error).toMatch(/ 1 \(open\).* area 5,2\d\d\.\d\d m², unchanged/);
    expect(error).toMatch(/ 2 \(bow\).* mended on import: area 0\.00 m² → 5,2\d\d\.\d\d m²/);
  });

  it.each<[words: string[], why: string]>([
    [['--from'], '--from'],
    [['--from', 'EPSG:1'], 'EPSG:1'],
    [['--role', 'lots'], 'lots'],
    [['--map', '甲=id'], '--role'],
    [['--to', '4490'], '--to'],
  ])('refuses %j', async (words, why) => {
    const { status, error } = await run(['validate', given('gbk-4544.dxf.gz'), ...words]);
    expect([status, error]).toEqual([2, expect.stringContaining(why)]);
  });

  it('leaves a project to itself', async () => {
    const { status, error } = await run(['validate', 'data/minimal', '--from', '4544']);
    expect([status, error]).toEqual([2, expect.stringContaining('is a project')]);
  });
});
