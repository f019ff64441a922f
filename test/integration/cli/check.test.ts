import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/domain/check-report';
import { main } from '../../../src/cli/main';
import { decisionOf } from '../../builders/decisions';
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
        'summary',
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
        'decision',
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

describe('decisions', () => {
  const decide = (changes: Parameters<typeof decisionOf>[1]) => {
    const project = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'project.json'), JSON.stringify({ ...project, decisions: 'decisions.json' }));
    writeFileSync(join(folder, 'decisions.json'), JSON.stringify([decisionOf('d-1', changes)]));
  };
  const gravest = async () => {
    const { conflicts } = reportOf((await run(['check', folder])).out);
    const first = conflicts.find(({ verdict }) => verdict === 'conflict')!;
    const alike = conflicts.filter((c) => c.severity === first.severity && c.verdict === 'conflict');
    expect(alike).toHaveLength(1);
    return first;
  };

  it('stand beside their conflicts and are summed up', async () => {
    const { id, evidence, decision } = await gravest();
    expect(decision).toBeNull();
    decide({ conflict: id, evidence, verdict: 'special-study', by: '王科' });
    const { conflicts, summary } = reportOf((await run(['check', folder])).out);
    const decided = conflicts.filter(({ decision }) => decision);
    expect(decided).toHaveLength(1);
    expect(decided[0]).toMatchObject({
      id,
      decision: { verdict: 'special-study', state: 'current', by: '王科', at: '2026-11-20T08:00:00Z' },
    });
    expect(Object.keys(decided[0]!.decision!)).toEqual(['verdict', 'state', 'by', 'at']);
    expect(summary.byDecision).toMatchObject({ open: conflicts.length - 1, 'special-study': 1, accepted: 0 });
    expect(summary.byState).toMatchObject({ open: conflicts.length - 1, current: 1, stale: 0, expired: 0 });
    expect(summary.conflicts + summary.marginal).toBe(conflicts.length);
  });

  it('are stale where the evidence is another, and expired from the day after their last', async () => {
    const { id, evidence } = await gravest();
    const stateOn = async (day: string) => {
      const { conflicts } = reportOf((await run(['check', folder, '--as-of', day])).out);
      return conflicts.find((conflict) => conflict.id === id)?.decision?.state;
    };
    decide({ conflict: id, evidence, until: '2026-12-31' });
    expect([await stateOn('2026-12-31'), await stateOn('2027-01-01')]).toEqual(['current', 'expired']);
    decide({ conflict: id, evidence: 'f'.repeat(64), until: '2026-12-31' });
    expect([await stateOn('2026-12-31'), await stateOn('2027-01-01')]).toEqual(['stale', 'stale']);
  });

  it('keep a conflict from failing only while an acceptance or verification of it is current', async () => {
    const { id, evidence, severity } = await gravest();
    const statusOf = async (changes: Parameters<typeof decisionOf>[1], day = '2026-11-25') => {
      decide({ conflict: id, evidence, basisDoc: '〔2026〕12号', ...changes });
      return (await run(['check', folder, '--fail-on', severity, '--as-of', day])).status;
    };
    expect(await statusOf({ verdict: 'accepted' })).toBe(0);
    expect(await statusOf({ verdict: 'verified' })).toBe(0);
    expect(await statusOf({ verdict: 'must-resolve' })).toBe(1);
    expect(await statusOf({ verdict: 'resolved' })).toBe(1);
    expect(await statusOf({ verdict: 'accepted', evidence: 'other' })).toBe(1);
    expect(await statusOf({ verdict: 'accepted', until: '2026-11-25' })).toBe(0);
    expect(await statusOf({ verdict: 'accepted', until: '2026-11-25' }, '2026-11-26')).toBe(1);
    expect(await statusOf({ verdict: 'accepted', conflict: 'another:s:p' })).toBe(1);
  });

  it('are taken over by the parcel that replaces the decided one', async () => {
    const { id, evidence, object } = await gravest();
    decide({ conflict: id, evidence });
    const file = join(folder, 'parcels.geojson');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(`"id":"${object.id}"`, `"id":"renewed","replaces":"${object.id}"`));
    const { conflicts } = reportOf((await run(['check', folder])).out);
    const heir = conflicts.find((conflict) => conflict.decision);
    expect(heir).toMatchObject({ object: { id: 'renewed' }, decision: { state: 'current' } });
  });

  it('stand in GeoJSON and CSV too', async () => {
    const { id, evidence } = await gravest();
    decide({ conflict: id, evidence, verdict: 'accepted', basisDoc: '〔2026〕12号', until: '2026-12-31' });
    const geojson = (await run(['check', folder, '--format', 'geojson', '--as-of', '2027-01-01'])).out;
    const { features } = JSON.parse(geojson) as { features: { id: string; properties: object }[] };
    expect(features.find((feature) => feature.id === id)?.properties).toMatchObject({
      decision: 'accepted',
      decision_state: 'expired',
      decision_basis_doc: '〔2026〕12号',
      decision_until: '2026-12-31',
    });
    const csv = async () => (await run(['check', folder, '--format', 'csv'], { LANG: 'zh_CN.UTF-8' })).out;
    expect(await csv()).toContain('论证认可（附依据）');
    expect(await csv()).toContain('〔2026〕12号');
    writeFileSync(join(folder, 'decisions.json'), '[]');
    expect(await csv()).toContain('待核');
  });

  it.each(['yesterday', '2026-02-30', '2026-1-1'])('cannot be asked for as of %s', async (day) => {
    const { status, out, error } = await run(['check', folder, '--as-of', day]);
    expect([status, out]).toEqual([2, '']);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
    expect(error).toContain(day);
  });
});

describe('a reader that has had enough', () => {
  it('is told of conflicts by the exit status all the same', async () => {
    const { conflicts } = reportOf((await run(['check', folder])).out);
    const { severity } = conflicts.find(({ verdict }) => verdict === 'conflict')!;
    const closed = () =>
      new Writable({
        write(_chunk, _encoding, done) {
          done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }));
        },
      });
    const status = (words: string[]) => main(words, { out: closed(), error: closed() }, { LANG: 'en' });
    expect(await status(['check', folder, '--fail-on', severity])).toBe(1);
    expect(await status(['check', folder])).toBe(0);
    expect(await status(['check', join(folder, 'nowhere')])).toBe(2);
  });
});
