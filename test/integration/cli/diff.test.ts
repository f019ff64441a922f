import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conflict } from '../../../src/domain/conflict';
import type { GeoFeature } from '../../../src/domain/feature';
import { decisionOf } from '../../builders/decisions';
import { run } from './run';

let folder: string;
let a: string;
let b: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
  [a, b] = [join(folder, 'a'), join(folder, 'b')];
  for (const project of [a, b]) cpSync('data/minimal', project, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Layer {
  features: GeoFeature[];
}

function edit<T>(file: string, change: (json: T) => T): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as T)));
}

async function conflictsOf(project: string): Promise<readonly Conflict[]> {
  return (JSON.parse((await run(['check', project])).out) as { conflicts: readonly Conflict[] }).conflicts;
}

/** Every school so far to the east, in degrees. */
const eastward = (degrees: number) => (layer: Layer) => ({
  ...layer,
  features: layer.features.map((feature) => ({
    ...feature,
    geometry: JSON.parse(
      JSON.stringify(feature.geometry).replace(
        /\[(\d+\.?\d*),(\d+\.?\d*)/gu,
        (_all, lon: string, lat: string) => `[${Number(lon) + degrees},${lat}`,
      ),
    ) as GeoFeature['geometry'],
  })),
});

const diffOf = async (...words: string[]) => {
  const { status, out, error } = await run(['diff', ...words]);
  expect(error).toBe('');
  expect(status).toBe(0);
  return JSON.parse(out) as Record<string, unknown> & {
    layers: {
      layer: string;
      moved: { id: string; byM: number }[];
      changed: unknown[];
      added: string[];
      removed: string[];
    }[];
    decisions: Record<
      'added' | 'stale' | 'current' | 'gone',
      { conflict: string; after: { state: string } }[]
    >;
    conflicts: {
      gained: Conflict[];
      lost: Conflict[];
      changed: { id: string; before: Conflict; after: Conflict }[];
    };
  };
};

describe('xuezhi diff', () => {
  it('finds nothing between a project and its copy', async () => {
    expect(await diffOf(a, b)).toMatchObject({
      a: { project: expect.any(String) as string, revision: 0 },
      project: [],
      layers: [],
      rules: [],
      decisions: { added: [], stale: [], current: [] },
      conflicts: { gained: [], lost: [], changed: [] },
    });
  });

  it('tells of moved reservations, and of the conflicts that two checks tell', async () => {
    edit(join(b, 'reservations.geojson'), eastward(0.0005));
    const difference = await diffOf(a, b);
    const moved = difference.layers.find(({ layer }) => layer === 'reservations');
    // 0.0005° of longitude there is 47.4 m.
    for (const { byM } of moved?.moved ?? []) expect(byM).toBeCloseTo(47.4, 0);
    expect(moved?.moved.length).toBeGreaterThan(0);
    const [before, after] = [await conflictsOf(a), await conflictsOf(b)];
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
    const { gained, lost, changed } = difference.conflicts;
    expect(ids([...gained, ...changed])).toEqual(ids(after));
    expect(ids([...lost, ...changed])).toEqual(ids(before));
  });

  it('tells of decisions that turned stale', async () => {
    const [conflict] = await conflictsOf(a);
    const { id, evidence } = conflict!;
    for (const project of [a, b]) {
      edit<object>(join(project, 'project.json'), (json) => ({ ...json, decisions: 'decisions.json' }));
      const decisions = [decisionOf('d', { conflict: id, evidence })];
      writeFileSync(join(project, 'decisions.json'), JSON.stringify(decisions));
    }
    edit(join(b, 'reservations.geojson'), eastward(0.00001));
    const { decisions } = await diffOf(a, b);
    expect([...decisions.stale, ...decisions.gone]).toMatchObject([
      { conflict: id, before: { state: 'current' } },
    ]);
    expect((await diffOf(b, a)).decisions.current).toMatchObject([
      { conflict: id, after: { state: 'current' } },
    ]);
  });

  it('takes a layer file that was edited elsewhere for that layer', async () => {
    const file = join(folder, 'edited.geojson');
    cpSync(join(a, 'schools.geojson'), file);
    edit<Layer>(file, ({ features }) => ({
      type: 'FeatureCollection',
      features: features.map(({ properties, geometry }, index) => ({
        type: 'Feature',
        geometry,
        properties: { ...properties, nothing: null, ...(index === 0 ? { name: '改名小学' } : {}) },
      })),
    }));
    const { layers } = await diffOf(a, file, '--layer', 'schools');
    expect(layers).toMatchObject([
      {
        layer: 'schools',
        added: [],
        removed: [],
        moved: [],
        changed: [{ properties: [{ name: 'name', after: '改名小学' }] }],
      },
    ]);
    expect((await run(['diff', a, file])).error).toContain('--layer');
  });

  it('can be read as text, in the language of the user', async () => {
    edit(join(b, 'reservations.geojson'), eastward(0.0005));
    const { out } = await run(['diff', a, b, '--format', 'text'], { LANG: 'zh_CN.UTF-8' });
    expect(out).toContain('教育预留用地：新增 0');
    expect(out).toMatch(/移动 47\.\d+ m/u);
  });

  it.each([
    [[], 'two paths'],
    [['nowhere', 'nowhere'], 'nowhere'],
    [['data/minimal', 'data/minimal', '--layer', 'trees'], '--layer'],
    [['data/minimal', 'data/minimal', '--as-of', 'tomorrow'], '--as-of'],
    [['data/minimal', 'data/minimal', 'data/minimal'], 'data/minimal'],
  ])('refuses %j', async (words, says) => {
    const { status, out, error } = await run(['diff', ...words]);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(error).toContain(says);
  });
});
