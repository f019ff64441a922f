import { describe, expect, test } from 'vitest';
import { NO_FINDINGS } from '../../../src/domain/analysis';
import type { FeatureRef, Finding } from '../../../src/domain/conflict';
import { planOf } from '../../../src/domain/plan';
import { conflictsFile, conflictTableFile } from '../../../src/store/project/export-findings';
import { findingOf } from '../../builders/findings';
import { projectRecord } from '../../builders/plan-records';

const MEMBERS = { name: 'conflicts', project: '示例', datum: 'CGCS2000' };
const WORDS = {
  header: (column: string) => column,
  word: (_area: string, value: string) => value,
  use: (_layer: string, code: string) => code,
  pick: ({ zh }: { zh: string }) => zh,
};

/** An engine with so many findings, each about a parcel of its own. */
function exporting(count: number) {
  const findings: Finding[] = Array.from({ length: count }, (_, n) =>
    findingOf(`c-${n}`, { object: { layer: 'parcels', id: `P-${n}` } }),
  );
  const asked: number[] = [];
  const progress: number[] = [];
  const controller = new AbortController();
  let outdated = false;
  const engine = {
    findings: (from: number, size: number) => {
      asked.push(from);
      return Promise.resolve(findings.slice(from, from + size));
    },
    geometries: (refs: readonly FeatureRef[]) =>
      Promise.resolve(
        refs.map(({ id }) => ({ type: 'Point' as const, coordinates: [Number(id.slice(2)), 0] })),
      ),
    zones: () => Promise.reject(new Error('not asked for')),
    catchments: () => Promise.reject(new Error('not asked for')),
  };
  const analysis = {
    revision: 1,
    checked: [],
    counts: { ...NO_FINDINGS, prohibit: count },
    siteCounts: {},
    deficits: [],
    coverage: [],
    catchments: [],
    districtOf: {},
    areaM2: {},
    findings: findings.slice(0, 5),
  };
  const input = {
    plan: planOf([projectRecord()]),
    analysis,
    engine,
    words: WORDS,
    asOf: '2026-11-25',
    options: {
      signal: controller.signal,
      onProgress: ({ done }: { done: number }): void => {
        progress.push(done);
      },
    },
    isOutdated: () => outdated,
  };
  return { input, asked, progress, controller, change: () => void (outdated = true) };
}

describe('an export of conflicts', () => {
  test('holds all of them, though but some are listed, a page at a time', async () => {
    const { input, asked, progress } = exporting(2500);
    const file = JSON.parse(await (await conflictsFile(input, MEMBERS)).text()) as {
      project: string;
      features: { id: string; geometry: { coordinates: number[] } }[];
    };
    expect(file.project).toBe('示例');
    expect(file.features.map(({ id }) => id)).toEqual(Array.from({ length: 2500 }, (_, n) => `c-${n}`));
    expect(file.features[2499]?.geometry.coordinates).toEqual([2499, 0]);
    expect(asked).toEqual([0, 500, 1000, 1500, 2000, 2500]);
    expect(progress).toEqual([500, 1000, 1500, 2000, 2500]);
  });

  test('as a table has one line for each, and a head', async () => {
    const { input } = exporting(1000);
    const text = await (await conflictTableFile(input)).text();
    expect(text.split('\r\n')).toHaveLength(1002);
  });

  test.each([0, 1])('of %i is whole', async (count) => {
    const { input } = exporting(count);
    const file = JSON.parse(await (await conflictsFile(input, MEMBERS)).text()) as { features: unknown[] };
    expect(file.features).toHaveLength(count);
  });

  test('is given up when asked to, and when the plan changes', async () => {
    const cancelled = exporting(2500);
    cancelled.input.options.onProgress = () => cancelled.controller.abort(new Error('enough'));
    await expect(conflictsFile(cancelled.input, MEMBERS)).rejects.toThrow('enough');
    expect(cancelled.asked.length).toBeLessThan(3);
    const changed = exporting(2500);
    changed.input.options.onProgress = () => changed.change();
    await expect(conflictTableFile(changed.input)).rejects.toMatchObject({ message: /export\.outdated/ });
  });
});
