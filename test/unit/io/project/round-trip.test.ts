import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, planOf, type FeatureRecord, type PackRecord } from '../../../../src/domain/plan';
import { readProject, type OpenedProject } from '../../../../src/io/project/read-project';
import { inspectLayer } from '../../../../src/io/import/inspect-layer';
import { writeProject } from '../../../../src/io/project/write-project';
import { writeZip } from '../../../../src/io/project/write-zip';
import { zipSource } from '../../../../src/io/project/zip-source';
import {
  bytesOf,
  collection,
  feature,
  NATIONAL,
  opened,
  packWith,
  ruleWith,
  sampleFiles,
  textOf,
} from '../../../builders/project-folder';

function written(
  project: OpenedProject,
  copyShipped = true,
  records = project.records,
): Map<string, Uint8Array> {
  const result = writeProject(
    planOf(records),
    (hash) => project.layers.find((layer) => layer.hash === hash)?.bytes ?? undefined,
    {
      otherFiles: project.otherFiles,
      journal: textOf(project.journal?.bytes ?? undefined),
      shipped: new Map([['national', NATIONAL]]),
      copyShipped,
    },
  );
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('a project that is written', () => {
  it('opens again to the identical state', async () => {
    const first = await opened(sampleFiles());
    const second = await opened(written(first));
    expect(second.records).toEqual(first.records);
    expect(second.journal).toEqual(first.journal);
    expect(second.otherFiles).toEqual(first.otherFiles);
    expect(written(second)).toEqual(written(first));
  });

  it('opens again from a zip, with a folder around it or not', async () => {
    const first = await opened(sampleFiles());
    const files = written(first);
    const wrapped = new Map(Array.from(files, ([path, bytes]) => [`示例/${path}`, bytes] as const));
    for (const zip of [writeZip(files), writeZip(wrapped)]) {
      const source = zipSource(zip, 'x.zip');
      if (!source.ok) throw new Error(source.error.code);
      const again = await readProject(source.value, {
        builtin: () => Promise.resolve(null),
        inspect: inspectLayer,
      });
      expect(again).toMatchObject({ ok: true });
      expect(again.ok && again.value.records).toEqual(first.records);
    }
  });

  it('has reference layers byte for byte and one feature a line', async () => {
    const files = sampleFiles();
    const out = written(await opened(files));
    expect(out.get('ref/parcels.geojson')).toEqual(bytesOf(files.get('ref/parcels.geojson')));
    const lines = textOf(out.get('schools.geojson')).trim().split('\n');
    expect(lines).toHaveLength(5 + 4 + 2);
    expect(lines.filter((line) => line.startsWith('{"type":"Feature"'))).toHaveLength(4);
  });

  it('keeps what project.json says beyond the tool’s words', async () => {
    const out: unknown = JSON.parse(textOf(written(await opened(sampleFiles())).get('project.json')));
    expect(out).toMatchObject({
      office: { contact: '乙' },
      layers: {
        trees: 'trees.geojson',
        schools: { file: 'schools.geojson', accuracyM: 0.05, checkedBy: '甲' },
      },
      rules: ['builtin:national', 'rules/office.json'],
    });
  });

  it('carries a copy of a shipped pack only where asked', async () => {
    const project = await opened(sampleFiles());
    expect(written(project, true).has('rules/builtin/national.json')).toBe(true);
    expect(written(project, false).has('rules/builtin/national.json')).toBe(false);
  });

  it('writes an edited shipped pack as a file of its own', async () => {
    const project = await opened(sampleFiles());
    const edited = project.records.map((record) =>
      record.kind === 'pack' && record.pack.id === 'national'
        ? ({ ...record, pack: packWith([ruleWith({ severity: 'study' })]) } satisfies PackRecord)
        : record,
    );
    const out = written(project, false, edited);
    const file: unknown = JSON.parse(textOf(out.get('project.json')));
    expect(file).toMatchObject({ rules: ['rules/national.json', 'rules/office.json'] });
    const again = await opened(out);
    const pack = again.records.find((record) => record.kind === 'pack' && record.pack.id === 'national');
    expect(pack).toMatchObject({ source: 'rules/national.json', pack: { rules: [{ severity: 'study' }] } });
  });

  it('says which layer’s bytes are gone', async () => {
    const project = await opened(sampleFiles());
    const extras = { shipped: new Map(), copyShipped: false };
    expect(writeProject(planOf(project.records), () => undefined, extras)).toEqual({
      ok: false,
      error: { code: 'layer-bytes-missing', params: { layer: 'parcels', file: 'ref/parcels.geojson' } },
    });
  });

  it('gives a record’s id to a feature that does not say it, and rounds to nine decimals', async () => {
    const project = await opened(sampleFiles());
    const drawn: FeatureRecord = {
      kind: 'feature',
      collection: 'schools',
      id: 'new',
      feature: {
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates: [106.0123456789012, 31.5] },
      },
    };
    const again = await opened(written(project, true, [...project.records, drawn]));
    const read = again.records.find((record) => keyOf(record) === 'feature/schools/new');
    expect(read).toMatchObject({ feature: { id: 'new', geometry: { coordinates: [106.012345679, 31.5] } } });
  });

  it('keeps unknown properties and foreign members, whatever they are', async () => {
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    const name = fc
      .string()
      .filter((key) => !['type', 'features', 'crs', 'bbox', 'id', 'geometry', 'properties'].includes(key));
    const object = fc.dictionary(name, json, { maxKeys: 4 });
    const check = fc.asyncProperty(object, object, object, async (properties, foreign, members) => {
      const files = sampleFiles();
      const point = { type: 'Point', coordinates: [106.02, 31.57] };
      files.set('schools.geojson', collection([feature(properties, point, foreign)], members));
      const first = await opened(files);
      expect(first.records).toContainEqual(
        expect.objectContaining({ feature: expect.objectContaining({ properties: { ...properties } }) }),
      );
      const second = await opened(written(first));
      expect(JSON.stringify(second.records)).toBe(JSON.stringify(first.records));
    });
    await fc.assert(check, { numRuns: 60 });
  });
});

describe('zipSource', () => {
  it.each([['../evil.txt'], ['/etc/evil.txt'], ['C:\\evil.txt']])('refuses the path %s', (path) => {
    const zip = zipSync({ [path]: bytesOf('x') });
    expect(zipSource(zip, 'x.zip')).toMatchObject({
      ok: false,
      error: { code: 'zip-unsafe-path', params: { path } },
    });
  });

  it('refuses a zip that swells', () => {
    const zip = zipSync({ 'zeros.bin': new Uint8Array(20 * 1024 ** 2) });
    expect(zipSource(zip, 'x.zip')).toMatchObject({ ok: false, error: { code: 'zip-too-large' } });
  });

  it('refuses what is no zip', () => {
    expect(zipSource(bytesOf('PK but no zip'), 'x.zip')).toMatchObject({
      ok: false,
      error: { code: 'zip-broken' },
    });
  });
});
