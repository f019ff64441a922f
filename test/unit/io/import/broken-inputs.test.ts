import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectLayer, type InspectInput } from '../../../../src/io/import/inspect-layer';

function inspect(file: string, more: Partial<InspectInput> = {}) {
  const bytes = readFileSync(`test/fixtures/in/${file}`);
  return inspectLayer({ file, bytes, layer: 'schools', ...more });
}
const codes = (file: string, more: Partial<InspectInput> = {}) =>
  inspect(file, more).report.issues.map((issue) => [issue.level, issue.message.code]);

describe('files that cannot be used at all', () => {
  it.each([
    ['truncated.geojson', 'json-truncated', { line: 16 }],
    ['wrong-type.geojson', 'not-geojson', { found: '"FeatureColection"' }],
    ['no-features.geojson', 'no-features', {}],
    ['nan.geojson', 'json-not-a-number', { line: 21, column: 8, found: 'NaN' }],
    ['huge-coordinates.geojson', 'coordinates-not-degrees', {}],
    ['swapped-axes.geojson', 'axes-swapped', {}],
    ['picture.geojson', 'file-wrong-format', { format: 'PNG' }],
    ['gbk.geojson', 'file-encoding-gbk', {}],
    ['metres.geojson', 'projected-zone-unknown', {}],
    ['metres-zone-35.geojson', 'projected-metres', { epsg: 4523 }],
    ['crs-4544-north-first.geojson', 'axes-swapped', {}],
    ['crs-unknown.geojson', 'crs-unknown', { crs: '城市独立坐标系' }],
  ])('%s: %s', (file, code, params) => {
    const { report, features, unread } = inspect(file);
    expect(report.failure?.code).toBe(code);
    expect(report.failure?.params).toMatchObject({ file, ...params });
    expect([report.total, report.accepted, features.length, unread.length]).toEqual([0, 0, 0, 0]);
    expect(report.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('an empty file', () => {
    const { report } = inspectLayer({ file: 'x', bytes: new Uint8Array(), layer: 'schools' });
    expect(report.failure?.code).toBe('file-empty');
  });

  it.each([
    ['bytes that are no text', [0x7b, 0x00, 0x01], 'file-binary'],
    ['bytes of no encoding', [0xfe, 0x80, 0x81, 0x00], 'file-binary'],
    ['a shapefile', [0x00, 0x00, 0x27, 0x0a, 0x00], 'file-wrong-format'],
    ['a zip', [0x50, 0x4b, 0x03, 0x04], 'file-wrong-format'],
    [
      'a page of a login server',
      Array.from('\n<!DOCTYPE html><html>', (c) => c.charCodeAt(0)),
      'file-wrong-format',
    ],
    ['white space', [0x20, 0x0a], 'file-empty'],
  ])('%s', (_name, bytes, code) => {
    const { report } = inspectLayer({ file: 'x', bytes: Uint8Array.from(bytes), layer: 'schools' });
    expect(report.failure?.code).toBe(code);
  });

  it('names the zone of metres by the place of the project', () => {
    const { report } = inspect('metres.geojson', { frame: { lon: 106.01, lat: 31.57 } });
    expect(report.failure).toEqual({
      code: 'projected-metres',
      params: { file: 'metres.geojson', epsg: 4544 },
    });
  });
});

describe('files with something to mend', () => {
  it.each([
    ['sound.geojson', []],
    ['bom.geojson', []],
    ['utf-16.geojson', []],
    ['clockwise.geojson', [['repaired', 'wrong-winding']]],
    ['unclosed.geojson', [['repaired', 'unclosed-ring']]],
    ['bow-tie.geojson', [['rejected', 'self-intersection']]],
    ['infinite.geojson', [['rejected', 'not-finite']]],
    ['duplicate-ids.geojson', [['repaired', 'duplicate-id']]],
  ])('%s', (file, expected) => {
    expect(inspect(file).report.failure).toBeNull();
    expect(codes(file)).toEqual(expected);
  });

  it('closes and winds to the very ring of the sound file', () => {
    const [sound] = inspect('sound.geojson').features;
    for (const file of ['unclosed.geojson', 'bom.geojson', 'utf-16.geojson']) {
      expect(inspect(file).features[0]!.feature.geometry).toEqual(sound!.feature.geometry);
    }
  });

  it('keeps the rejected feature as it is, and says which it was', () => {
    const { report, features, unread } = inspect('bow-tie.geojson');
    expect(features.map(({ id, index }) => [id, index])).toEqual([['a', 0]]);
    expect(report.issues).toMatchObject([{ index: 1, id: 'b', name: '城东小学' }]);
    expect(unread).toMatchObject([{ properties: { id: 'b' } }]);
    expect([report.total, report.accepted]).toEqual([2, 1]);
  });

  it('tells repeated ids apart in the feature too, so that they stay apart when saved', () => {
    const { features } = inspect('duplicate-ids.geojson');
    expect(features.map(({ id, feature }) => [id, feature.id])).toEqual([
      ['a', undefined],
      ['a~2', 'a~2'],
      ['c', undefined],
    ]);
  });

  it('keeps heights and says that they do not count', () => {
    const { report, features } = inspect('heights.geojson');
    expect(report.remarks).toEqual([{ code: 'heights-ignored', params: { count: 1 } }]);
    const { coordinates } = features[0]!.feature.geometry as GeoJSON.Polygon;
    expect(coordinates[0]!.map((position) => position[2])).toEqual([351.5, 351.5, 351.5, 351.5, 351.5]);
  });

  it.each([
    ['crs-4544.geojson', 4544],
    ['crs-4523.geojson', 4523],
  ])('%s comes out in degrees', (file, epsg) => {
    const { report, features } = inspect(file);
    expect(report.remarks).toEqual([{ code: 'reprojected', params: { epsg } }]);
    const [lon, lat] = (features[0]!.feature.geometry as GeoJSON.Polygon).coordinates[0]![0]!;
    // PROJ 9.5: 590000 E, 3495000 N in EPSG:4544.
    expect(lon).toBeCloseTo(105.9480725233, 8);
    expect(lat).toBeCloseTo(31.5739446392, 8);
  });

  it('exchanges the axes at the user’s word', () => {
    const { report, features } = inspect('swapped-axes.geojson', { swapAxes: true });
    expect(report.remarks).toEqual([{ code: 'axes-exchanged' }]);
    expect(report.issues).toEqual([]);
    expect(report.box).toEqual([106, 31.57, 106.001, 31.571]);
    expect(features).toHaveLength(1);
    expect(inspect('crs-4544-north-first.geojson', { swapAxes: true }).report.box?.[0]).toBeCloseTo(
      105.9480725233,
      8,
    );
  });

  it('takes an empty layer where one may be empty', () => {
    const { report } = inspect('no-features.geojson', { allowEmpty: true });
    expect([report.failure, report.total]).toEqual([null, 0]);
  });
});
