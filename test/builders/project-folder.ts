import type { RulePack } from '../../src/domain/rule';
import { inspectLayer } from '../../src/io/import/inspect-layer';
import { memorySource } from '../../src/io/project/file-source';
import { readProject } from '../../src/io/project/read-project';
import { decisionOf } from './decisions';

export const bytesOf = (content: unknown): Uint8Array =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

export function ruleWith(changes: object): object {
  return {
    id: 'cn.net-cafe-200',
    title: { zh: '网吧 200 米', en: 'Net café 200 m' },
    basis: { kind: 'law', code: '条例', clause: '第九条', region: 'CN', confidence: 'full-text' },
    subject: { layer: 'schools', stages: ['primary'] },
    object: { layer: 'facilities', where: ['==', ['get', 'kind'], 'net-cafe'] },
    test: { relation: 'within-distance', distanceM: 200 },
    measure: { from: 'boundary', to: 'boundary', screening: 'over' },
    severity: 'prohibit',
    examples: [],
    ...changes,
  };
}

export function packWith(rules: readonly object[], id = 'national'): RulePack {
  return {
    id,
    version: '1.0.0',
    title: { zh: '国家', en: 'National' },
    region: 'CN',
    rules,
  } as unknown as RulePack;
}

export const NATIONAL = packWith([ruleWith({})]);

function square(x: number, y: number, size: number): object {
  const ring = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
  return {
    type: 'Polygon',
    coordinates: [ring.map((position) => position.map((value) => Math.round(value * 1e6) / 1e6))],
  };
}

export const feature = (properties: object | null, geometry: object | null, more: object = {}): object => ({
  type: 'Feature',
  properties,
  geometry,
  ...more,
});

export const collection = (features: readonly object[], members: object = {}): object => ({
  type: 'FeatureCollection',
  ...members,
  features,
});

/** The files of a small project with something of everything. */
export function sampleFiles(): Map<string, unknown> {
  return new Map<string, unknown>([
    [
      'project.json',
      {
        format: 'xuezhi-project',
        version: 1,
        name: '示例',
        layers: {
          districts: 'districts.geojson',
          schools: { file: 'schools.geojson', accuracyM: 0.05, checkedBy: '甲' },
          parcels: { file: 'ref/parcels.geojson', idField: 'DKBH', source: { doc: '控规', docNo: '12' } },
          trees: 'trees.geojson',
        },
        targets: 'targets.json',
        rules: ['builtin:national', 'rules/office.json'],
        decisions: 'decisions.json',
        journal: 'journal.jsonl',
        office: { contact: '乙' },
      },
    ],
    ['districts.geojson', collection([feature({ id: 'd1', name: '江北' }, square(106, 31.55, 0.04))])],
    [
      'schools.geojson',
      collection(
        [
          feature(
            { id: 's1', name: '甲校', stage: 'primary', status: 'planned', 备注: [1] },
            square(106.01, 31.56, 0.001),
          ),
          feature(
            { name: '乙校', stage: 'junior', status: 'planned' },
            { type: 'Point', coordinates: [106.02, 31.57] },
          ),
          feature({ id: 's3', name: '丙校' }, null),
          feature(
            { id: 's1', name: '丁校', stage: 'primary', status: 'planned' },
            square(106.015, 31.565, 0.001),
            { foreign: { x: 1 } },
          ),
        ],
        { title: '学校', generator: { name: 'GIS' } },
      ),
    ],
    [
      'ref/parcels.geojson',
      collection([
        feature({ DKBH: 17, codeScheme: 'MNR2023', landUse: '0701' }, square(106.012, 31.56, 0.002)),
      ]),
    ],
    ['trees.geojson', { any: 'thing' }],
    [
      'targets.json',
      [{ programme: 'next', district: null, stage: 'primary', sites: 4, basis: 'new', remark: '待定' }],
    ],
    ['rules/office.json', packWith([ruleWith({ id: 'office.1' })], 'office')],
    ['decisions.json', [decisionOf('d-1', { conflict: 'office.a:s1:p1', remark: '另附' })]],
    ['journal.jsonl', '{"seq":1}\n'],
    ['notes/readme.txt', '说明'],
    ['.git/config', 'no part of it'],
  ]);
}

export function open(files: ReadonlyMap<string, unknown>, builtin: unknown = NATIONAL) {
  const bytes = new Map(
    Array.from(
      files,
      ([path, content]) => [path, content instanceof Uint8Array ? content : bytesOf(content)] as const,
    ),
  );
  return readProject(memorySource(bytes), {
    builtin: (id) => Promise.resolve(id === 'national' ? builtin : null),
    inspect: inspectLayer,
  });
}

export async function opened(files: ReadonlyMap<string, unknown>, builtin: unknown = NATIONAL) {
  const result = await open(files, builtin);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
