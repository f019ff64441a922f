import { describe, expect, it } from 'vitest';
import { decisionsOf, layerOf, packsOf, planOf, projectOf, targetsOf } from '../../../../src/domain/plan';
import { collection, open, opened, sampleFiles, textOf } from '../../../builders/project-folder';

type Json = Record<string, unknown>;

function changed(change: (project: Json, files: Map<string, unknown>) => void) {
  const files = sampleFiles();
  const project = structuredClone(files.get('project.json')) as Json;
  files.set('project.json', project);
  change(project, files);
  return files;
}

describe('readProject', () => {
  it('reads records, layers, packs and targets, and keeps the rest', async () => {
    const project = await opened(sampleFiles());
    const plan = planOf(project.records);
    expect(projectOf(plan)).toEqual({
      name: '示例',
      datum: 'CGCS2000',
      toleranceM: 0.05,
      classification: 'internal',
      frame: { lon: 106.02, lat: 31.57 },
      members: {
        office: { contact: '乙' },
        layers: { trees: 'trees.geojson', schools: { checkedBy: '甲' } },
      },
    });
    expect([...plan.keys()].filter((key) => key.startsWith('feature/'))).toEqual([
      'feature/districts/d1',
      'feature/schools/s1',
      expect.stringMatching(/^feature\/schools\/auto-/),
      'feature/schools/s1~2',
    ]);
    expect(layerOf(plan, 'parcels')).toMatchObject({
      idField: 'DKBH',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(layerOf(plan, 'schools')).toMatchObject({
      accuracyM: 0.05,
      members: { title: '学校', generator: { name: 'GIS' } },
      unread: [{ properties: { id: 's3' } }],
    });
    expect(packsOf(plan).map(({ source }) => source)).toEqual(['builtin:national', 'rules/office.json']);
    expect(targetsOf(plan)).toMatchObject([{ sites: 4, remark: '待定' }]);
    expect(project.journal?.file).toBe('journal.jsonl');
    expect(textOf(project.journal?.bytes ?? undefined)).toBe('{"seq":1}\n');
    expect(decisionsOf(plan)).toMatchObject([{ id: 'd-1', conflict: 'office.a:s1:p1', remark: '另附' }]);
    expect(project.otherFiles.map(({ path }) => path)).toEqual(['notes/readme.txt', 'trees.geojson']);
    const parcels = project.layers.find(({ name }) => name === 'parcels')!;
    expect(parcels.inspected.features.map(({ id }) => id)).toEqual(['17']);
  });

  it.each<[string, Parameters<typeof changed>[0], string, object]>([
    ['no project.json', (_p, files) => files.delete('project.json'), 'project-missing', {}],
    ['another format', (project) => (project.format = 'qgis'), 'project-format', {}],
    [
      'a later version',
      (project) => (project.version = 2),
      'project-version',
      { version: '2', supported: 1 },
    ],
    [
      'JSON that breaks off',
      (_p, files) => files.set('project.json', '{"format": '),
      'json-truncated',
      { file: 'project.json' },
    ],
    [
      'no districts',
      (project) => (project.layers = { schools: 'schools.geojson' }),
      'schema-mismatch',
      { path: 'layers.districts' },
    ],
    [
      'a tolerance in words',
      (project) => (project.toleranceM = 'little'),
      'schema-mismatch',
      { path: 'toleranceM' },
    ],
    [
      'a districts file that is not there',
      (_p, files) => files.delete('districts.geojson'),
      'file-missing',
      { file: 'districts.geojson' },
    ],
    [
      'a named layer that is not there',
      (_p, files) => files.delete('ref/parcels.geojson'),
      'file-missing',
      { file: 'ref/parcels.geojson' },
    ],
    [
      'a layer that is no GeoJSON',
      (_p, files) => files.set('ref/parcels.geojson', '[]'),
      'not-geojson',
      { file: 'ref/parcels.geojson' },
    ],
    [
      'a path that leads out',
      (project) => (project.targets = '../targets.json'),
      'path-outside',
      { path: '../targets.json' },
    ],
    [
      'two layers in one file',
      (project) => ((project.layers as Json).water = 'schools.geojson'),
      'layer-file-twice',
      { path: 'schools.geojson' },
    ],
    [
      'a layer entry that is neither',
      (project) => ((project.layers as Json).water = { file: 7 }),
      'schema-mismatch',
      { path: 'layers.water.file' },
    ],
    [
      'a pack that does not ship',
      (project) => (project.rules = ['builtin:mars']),
      'pack-unknown',
      { pack: 'builtin:mars' },
    ],
    [
      'a pack file that is not there',
      (_p, files) => files.delete('rules/office.json'),
      'file-missing',
      { file: 'rules/office.json' },
    ],
    [
      'a pack twice',
      (project) => (project.rules = ['builtin:national', 'builtin:national']),
      'duplicate-pack-id',
      { pack: 'national' },
    ],
    [
      'targets that are none',
      (_p, files) => files.set('targets.json', [{ stage: 'primary' }]),
      'schema-mismatch',
      { file: 'targets.json' },
    ],
  ])('refuses %s', async (_name, change, code, params) => {
    expect(await open(changed(change))).toMatchObject({ ok: false, error: { code, params } });
  });

  it('takes empty layers, and decisions and a journal that are still to come', async () => {
    const files = changed((_p, all) => {
      all.set('schools.geojson', collection([]));
      all.delete('decisions.json');
      all.delete('journal.jsonl');
    });
    const project = await opened(files);
    expect(project.journal).toEqual({ file: 'journal.jsonl', bytes: null });
    expect(decisionsOf(planOf(project.records))).toEqual([]);
  });

  it('wants a frame where no feature shows the place', async () => {
    const files = changed((_p, all) => {
      all.set('schools.geojson', collection([]));
      all.set('districts.geojson', collection([]));
    });
    expect(await open(files)).toMatchObject({ ok: false, error: { code: 'frame-missing' } });
  });
});
