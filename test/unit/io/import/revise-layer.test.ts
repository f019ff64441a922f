import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Position } from 'geojson';
import type { GeoFeature } from '../../../../src/domain/feature';
import { inspectLayer } from '../../../../src/io/import/inspect-layer';
import { readTable } from '../../../../src/io/import/read-table';
import { reviseLayer } from '../../../../src/io/import/revise-layer';
import type { Revision } from '../../../../src/io/import/revision';

const at = (x: number, y: number): Position => [106 + x / 1e3, 31.5 + y / 1e3];
const parcel = (id: string, ...corners: [number, number][]) => ({
  type: 'Feature',
  properties: { id, landUse: '070102', codeScheme: 'MNR2023' },
  geometry: { type: 'Polygon', coordinates: [corners.map(([x, y]) => at(x, y))] },
});
const SOUND = parcel('sound', [0, 0], [1, 0], [1, 1], [0, 1], [0, 0]);
const OPEN = parcel('open', [2, 0], [3, 0], [3, 1], [2, 1]);
const BOW = parcel('bow', [4, 0], [5, 1], [5, 0], [4, 1], [4, 0]);
const TURNED = parcel('turned', [6, 0], [6, 1], [7, 1], [7, 0], [6, 0]);
const encode = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
const FILE = encode({ type: 'FeatureCollection', name: '地块', features: [SOUND, OPEN, BOW, TURNED] });
const NOTHING: Revision = { leftOut: [], mended: [] };

async function revised(bytes: Uint8Array, revision: Partial<Revision>) {
  const blob = await reviseLayer('地块.geojson', bytes, { ...NOTHING, ...revision });
  return new Uint8Array(await blob.arrayBuffer());
}
const inspect = (bytes: Uint8Array) =>
  inspectLayer({ file: 'x.geojson', bytes, layer: 'parcels', measureRepairs: true });
const ids = ({ features }: { features: readonly { id: string }[] }) => features.map(({ id }) => id);

describe('measured repairs', () => {
  it('say what they do to the area, and where', () => {
    const { issues } = inspect(FILE).report;
    const byName = new Map(issues.map((issue) => [issue.id, issue]));
    const cell = 0.5 * 111_000 * 95_000 * 1e-6;
    expect(byName.get('open')).toMatchObject({ level: 'repaired', message: { code: 'unclosed-ring' } });
    expect(byName.get('open')?.repair?.beforeM2).toBe(byName.get('open')?.repair?.afterM2);
    expect(byName.get('open')?.repair?.afterM2).toBeGreaterThan(2 * cell * 0.98);
    expect(byName.get('open')?.repair?.drawing?.before[0]).toHaveLength(4);
    expect(byName.get('bow')).toMatchObject({ level: 'rejected', message: { code: 'self-intersection' } });
    expect(byName.get('bow')?.repair?.beforeM2).toBeCloseTo(0, 3);
    expect(byName.get('bow')?.repair?.afterM2).toBeGreaterThan(cell * 0.98);
    expect(byName.get('bow')?.repair?.drawing?.after).toHaveLength(2);
    expect(byName.get('bow')?.repair?.at[0]).toBeCloseTo(106.0045, 9);
    expect(byName.get('turned')?.repair).toMatchObject({ drawing: null });
  });

  it('are the same however the file is read', async () => {
    const { report } = await readTable({
      file: 'x.geojson',
      bytes: FILE,
      layer: 'parcels',
      measureRepairs: true,
    });
    const plain = inspect(FILE).report;
    expect(report.issues.map(({ repair, ...issue }) => [issue, repair?.drawing])).toEqual(
      plain.issues.map(({ repair, ...issue }) => [issue, repair?.drawing]),
    );
    report.issues.forEach(({ repair }, i) => {
      expect(repair?.afterM2).toBeCloseTo(plain.issues[i]!.repair!.afterM2!, 6);
      expect(repair?.at).toEqual(plain.issues[i]!.repair!.at);
    });
  });

  it('are not measured where nobody asks', () => {
    const { issues } = inspectLayer({ file: 'x.geojson', bytes: FILE, layer: 'parcels' }).report;
    expect(issues.filter(({ repair }) => repair)).toEqual([]);
  });
});

describe('a revised layer', () => {
  it('is without what was refused, and has what was mended', async () => {
    const layer = inspect(await revised(FILE, { leftOut: [1], mended: [2] }));
    expect(ids(layer)).toEqual(['sound', 'bow', 'turned']);
    expect(layer.features[1]!.feature.geometry.type).toBe('MultiPolygon');
    expect(layer.report.issues.map(({ id }) => id)).toEqual(['turned']);
    expect(layer.members).toMatchObject({ name: '地块' });
    expect(layer.report.remarks).toContainEqual({
      code: 'layer-revised',
      params: { file: '地块.geojson', leftOut: 1, mended: 1 },
    });
  });

  it('holds everything else as it was, and is the same bytes each time', async () => {
    const bytes = await revised(FILE, { leftOut: [3] });
    const { features } = JSON.parse(new TextDecoder().decode(bytes)) as { features: unknown[] };
    expect(features).toEqual([SOUND, OPEN, BOW]);
    expect(await revised(FILE, { leftOut: [3] })).toEqual(bytes);
    const again = await revised(bytes, { leftOut: [1] });
    expect(inspect(again).members['xuezhi:revision']).toMatchObject({
      leftOut: [1],
      before: { leftOut: [3] },
    });
  });

  it('says nothing of itself where nothing was revised', () => {
    expect(inspect(FILE).report.remarks).toEqual([]);
  });

  it('is in degrees, though its source was not', async () => {
    const bytes = new Uint8Array(
      gunzipSync(readFileSync('test/fixtures/interchange/legacy-crs-4544.geojson.gz')),
    );
    const before = inspect(bytes);
    const after = inspect(await revised(bytes, { leftOut: [0, 7] }));
    const kept = before.features.filter(({ index }) => index !== 0 && index !== 7);
    const shapes = (list: readonly { feature: GeoFeature }[]) => list.map(({ feature }) => feature);
    expect(shapes(after.features)).toEqual(shapes(kept));
    expect(before.report.remarks).toContainEqual(expect.objectContaining({ code: 'reprojected' }));
    expect(after.report.remarks.map(({ code }) => code)).toEqual(['layer-revised']);
  });

  it('can be made of FlatGeobuf, of a lone feature, and behind a byte order mark', async () => {
    const fgb = new Uint8Array(gunzipSync(readFileSync('test/fixtures/interchange/4490.fgb.gz')));
    expect(inspect(await revised(fgb, { leftOut: [0] })).report.accepted).toBe(999);
    expect(ids(inspect(await revised(encode(OPEN), NOTHING)))).toEqual(['open']);
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...FILE]);
    expect(ids(inspect(await revised(marked, { leftOut: [0] })))).toEqual(['open', 'turned']);
  });

  it('rejects when it is given up', async () => {
    const gone = AbortSignal.abort(new DOMException('cancelled', 'AbortError'));
    const big = encode({ type: 'FeatureCollection', features: Array.from({ length: 20_000 }, () => SOUND) });
    await expect(reviseLayer('x', big, NOTHING, { signal: gone })).rejects.toThrow('cancelled');
  });
});
