import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/domain/conflict';
import { run } from './run';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
  cpSync('data/minimal', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reportOf = (text: string) => JSON.parse(text) as CheckReport;

describe('xuezhi check', () => {
  it('answers the whole contract on standard output', async () => {
    const { status, out } = await run(['check', folder]);
    const report = reportOf(out);
    expect(status).toBe(0);
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining([
        'engine',
        'project',
        'revision',
        'rules',
        'checked',
        'rejected',
        'repaired',
        'deficits',
      ]),
    );
    expect(report.conflicts.length).toBeGreaterThan(0);
    for (const conflict of report.conflicts) {
      expect(Object.keys(conflict)).toEqual([
        'id',
        'rule',
        'severity',
        'verdict',
        'screening',
        'subject',
        'object',
        'relation',
        'distanceM',
        'thresholdM',
        'overlapM2',
        'objectShare',
        'zoneShare',
        'sharedEdgeM',
        'evidence',
      ]);
      expect(conflict.id).toBe(`${conflict.rule}:${conflict.subject.id}:${conflict.object.id}`);
      expect(conflict.evidence).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('writes to a file and leaves standard output empty', async () => {
    const file = join(folder, 'report.json');
    const { status, out } = await run(['check', folder, '--out', file]);
    expect([status, out]).toEqual([0, '']);
    expect(reportOf(readFileSync(file, 'utf8')).project).not.toBe('');
  });

  it('exits with 1 only for conflicts at or above the wanted severity', async () => {
    const { out } = await run(['check', folder]);
    const severities = new Set(
      reportOf(out)
        .conflicts.filter((c) => c.verdict === 'conflict')
        .map((c) => c.severity),
    );
    const gravest = ['prohibit', 'restrict', 'study', 'notice'].find((word) =>
      severities.has(word as never),
    )!;
    expect((await run(['check', folder, '--fail-on', gravest])).status).toBe(1);
    expect((await run(['check', folder, '--fail-on', 'never'])).status).toBe(0);
  });

  it('gives GeoJSON whose features stand for the conflicts', async () => {
    const { out } = await run(['check', folder, '--format', 'geojson']);
    const collection = JSON.parse(out) as {
      type: string;
      features: { id: string; properties: { rule: string } }[];
    };
    const { conflicts } = reportOf((await run(['check', folder])).out);
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.features.map(({ id }) => id)).toEqual(conflicts.map(({ id }) => id));
  });

  it('gives CSV that Excel reads, one row a conflict, headed in the language', async () => {
    const { out } = await run(['check', folder, '--format', 'csv'], { LANG: 'zh_CN.UTF-8' });
    const { conflicts } = reportOf((await run(['check', folder])).out);
    expect(out.startsWith('\u{feff}')).toBe(true);
    expect(out.trimEnd().split('\r\n')).toHaveLength(conflicts.length + 1);
    expect(out.split('\r\n')[0]).toMatch(/\p{Script=Han}/u);
  });

  it('lists a refused feature, on standard error too, and checks the rest', async () => {
    const file = join(folder, 'parcels.geojson');
    const parcels = JSON.parse(readFileSync(file, 'utf8')) as { features: unknown[] };
    const bowTie = {
      type: 'Polygon',
      coordinates: [
        [
          [106, 31.5],
          [106.01, 31.51],
          [106.01, 31.5],
          [106, 31.51],
          [106, 31.5],
        ],
      ],
    };
    parcels.features.push({ type: 'Feature', id: 'bow-tie', properties: {}, geometry: bowTie });
    writeFileSync(file, JSON.stringify(parcels));
    const { status, out, error } = await run(['check', folder]);
    expect(status).toBe(0);
    expect(reportOf(out).rejected).toEqual([
      { layer: 'parcels', index: parcels.features.length - 1, id: 'bow-tie', reason: 'self-intersection' },
    ]);
    expect(error).toContain('bow-tie');
    expect(reportOf(out).conflicts.length).toBeGreaterThan(0);
  });

  it.each([
    ['a truncated layer', 'schools.geojson', '{"type":"FeatureCollection","features":['],
    ['a project of another version', 'project.json', '{"format":"xuezhi-project","version":99,"layers":{}}'],
    ['a broken rule pack', 'rules.json', '{"id":"x","version":"1.0.0","rules":[{}]}'],
  ])('exits with 2 and one line for %s', async (_name, file, text) => {
    writeFileSync(join(folder, file), text);
    for (const LANG of ['zh_CN.UTF-8', 'en_US.UTF-8']) {
      const { status, out, error } = await run(['check', folder], { LANG });
      expect([status, out]).toEqual([2, '']);
      expect(error.trimEnd().split('\n')).toHaveLength(1);
      expect(error).toContain(file);
    }
  });

  it('exits with 2 for a project that is not there and for unknown words', async () => {
    expect((await run(['check', join(folder, 'nothing-here')])).status).toBe(2);
    expect((await run(['check', folder, '--format', 'xml'])).status).toBe(2);
    expect((await run(['frobnicate'])).status).toBe(2);
  });

  it('replaces the packs of the project', async () => {
    const { out } = await run(['check', folder, '--rules', 'data/rules/national.json']);
    const report = reportOf(out);
    expect(report.rules.every(({ id }) => id.startsWith('cn.'))).toBe(true);
    expect(report.checked.some(({ missingLayer }) => missingLayer === 'railways')).toBe(true);
  });
});

describe('xuezhi validate', () => {
  it('says what each layer holds and what was refused', async () => {
    const { status, error } = await run(['validate', folder]);
    expect(status).toBe(0);
    expect(error).toContain('schools.geojson');
  });

  it('reads one layer and a rule pack', async () => {
    expect((await run(['validate', join(folder, 'parcels.geojson')])).status).toBe(0);
    expect((await run(['validate', 'data/rules/national.json'])).status).toBe(0);
  });

  it('exits with 2 for what is no GeoJSON', async () => {
    const file = join(folder, 'picture.geojson');
    writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const { status, error } = await run(['validate', file]);
    expect(status).toBe(2);
    expect(error).toContain('PNG');
  });
});
