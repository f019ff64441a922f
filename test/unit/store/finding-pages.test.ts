import { describe, expect, it } from 'vitest';
import { listFindings } from '../../../src/store/finding-pages';
import { findingOf } from '../../builders/findings';

function engineWith(count: number) {
  const all = Array.from({ length: count }, (_, i) => findingOf(`c${i}`));
  const asked: number[] = [];
  return {
    asked,
    findings: (from: number, wanted: number) => {
      asked.push(from);
      return Promise.resolve(all.slice(from, from + wanted));
    },
  };
}

describe('listFindings', () => {
  it('gives all findings in their order, by id', async () => {
    const findings = await listFindings(engineWith(1203), 5000);
    expect(findings?.size).toBe(1203);
    expect([...findings!.keys()].slice(499, 501)).toEqual(['c499', 'c500']);
    expect(findings?.get('c1202')?.conflict.id).toBe('c1202');
  });

  it('stops at the limit, and asks for nothing beyond it', async () => {
    const engine = engineWith(3000);
    expect((await listFindings(engine, 1200))?.size).toBe(1200);
    expect(engine.asked).toEqual([0, 500, 1000]);
  });

  it('asks one page ahead, and for no more than the limit in whole pages', async () => {
    const engine = engineWith(3000);
    const first = engine.findings;
    let answer = () => undefined as unknown;
    const late = {
      findings: async (from: number, wanted: number) => {
        const page = first(from, wanted);
        if (from === 0) await new Promise<void>((resolve) => (answer = resolve));
        return page;
      },
    };
    const listed = listFindings(late, 1000);
    await Promise.resolve();
    expect(engine.asked).toEqual([0, 500]);
    answer();
    expect((await listed)?.size).toBe(1000);
    expect(engine.asked).toEqual([0, 500]);
  });

  it('is null once it is outdated', async () => {
    const engine = engineWith(3000);
    expect(await listFindings(engine, 3000, () => engine.asked.length > 2)).toBeNull();
  });
});
