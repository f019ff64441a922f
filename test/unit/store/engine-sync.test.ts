import { describe, expect, test } from 'vitest';
import { type AnalysisDelta, type AnalysisTables } from '../../../src/domain/analysis';
import { EMPTY_DIFF, type PlanDiff } from '../../../src/domain/plan-diff';
import { nextTurn } from '../../../src/io/import/next-turn';
import type { LoadRequest } from '../../../src/engine/protocol';
import { createAnalysisStore } from '../../../src/store/analysis-store';
import type { JobOptions } from '../../../src/store/engine-port';
import { startEngineSync } from '../../../src/store/engine-sync';
import { createPlanStore } from '../../../src/store/plan-store';
import { createSessionStore } from '../../../src/store/session-store';
import { tablesOf } from '../../builders/findings';
import { projectRecord, schoolRecord } from '../../builders/plan-records';

const tables = (revision: number) => tablesOf({ revision });

/** An engine that answers when it is told to. */
function slowEngine() {
  let updated = 0;
  const calls: { what: string; answer: () => void; fail: (error: Error) => void }[] = [];
  const call = <T>(what: string, value: T, signal?: AbortSignal) =>
    new Promise<T>((resolve, reject) => {
      calls.push({ what, answer: () => resolve(value), fail: reject });
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  return {
    calls,
    load: ({ revision }: LoadRequest, options?: JobOptions) =>
      call<AnalysisTables>(`load ${revision}`, tables(revision), options?.signal),
    findings: () => Promise.resolve([]),
    update: async (diff: PlanDiff, revision: number) => {
      updated = revision;
      return call(`update ${revision}: ${diff.created.length} created`, revision);
    },
    changes: () =>
      Promise.resolve<AnalysisDelta>({ ...tables(updated), whole: false, upserted: [], removed: [] }),
  };
}

async function settle() {
  for (let turn = 0; turn < 3; turn++) await nextTurn();
}

function following() {
  const plan = createPlanStore();
  const session = createSessionStore();
  const analysis = createAnalysisStore();
  const engine = slowEngine();
  const layers = {
    inspect: () => Promise.reject(new Error('not asked for')),
    ensure: () => Promise.resolve([]),
    loaded: () => undefined,
  };
  const notices = () => ({ rejected: [], repaired: [] });
  const sync = startEngineSync({ plan, session, analysis, engine, layers, notices });
  let count = 0;
  const change = () => {
    count += 1;
    const diff = { ...EMPTY_DIFF, created: [schoolRecord(`S-${count}`)] };
    plan.transact(diff, { label: { code: 'op.test' }, actor: '' });
  };
  const asked = () => engine.calls.map(({ what }) => what);
  return { plan, session, analysis, engine, sync, change, asked };
}

describe('the engine in step with the plan', () => {
  test('loads what is opened, then is told of each change', async () => {
    const { plan, analysis, engine, change, asked, session } = following();
    plan.reset([projectRecord()]);
    await settle();
    expect(analysis.getState().computing).toBe(true);
    expect(session.getState().busy).toHaveLength(1);
    engine.calls[0]?.answer();
    await settle();
    expect(analysis.getState()).toMatchObject({ computing: false, analysis: { revision: 0 } });
    expect(session.getState().busy).toEqual([]);
    change();
    await settle();
    engine.calls[1]?.answer();
    await settle();
    expect(asked()).toEqual(['load 0', 'update 1: 1 created']);
    expect(analysis.getState()).toMatchObject({ computing: false, analysis: { revision: 1 } });
  });

  test('changes that come while it computes are told as one', async () => {
    const { plan, engine, change, asked, sync } = following();
    plan.reset([projectRecord()]);
    await settle();
    for (let number = 0; number < 3; number++) change();
    engine.calls[0]?.answer();
    await settle();
    expect(asked()).toEqual(['load 0', 'update 3: 3 created']);
    engine.calls[1]?.answer();
    await sync.idle();
    expect(asked()).toHaveLength(2);
  });

  test('another project gives up the one that is loading', async () => {
    const { plan, engine, asked, session, analysis } = following();
    plan.reset([projectRecord()]);
    await settle();
    plan.reset([projectRecord({ name: '别的' })], 7);
    await settle();
    expect(asked()).toEqual(['load 0', 'load 7']);
    engine.calls[1]?.answer();
    await settle();
    expect(analysis.getState().analysis?.revision).toBe(7);
    expect(session.getState().notices).toEqual([]);
  });

  test('a failure is told, and the next change has the whole plan loaded again', async () => {
    const { plan, engine, change, asked, session, analysis } = following();
    plan.reset([projectRecord()]);
    await settle();
    engine.calls[0]?.answer();
    await settle();
    change();
    await settle();
    engine.calls[1]?.fail(new Error('out of memory'));
    await settle();
    const failure = { code: 'engine.failed', params: { detail: 'out of memory' } };
    expect(session.getState().notices.map(({ message }) => message)).toEqual([failure]);
    expect(analysis.getState()).toMatchObject({ computing: false, failure });
    change();
    await settle();
    engine.calls[2]?.answer();
    await settle();
    expect(asked().at(-1)).toBe('load 2');
    expect(analysis.getState()).toMatchObject({ failure: null, analysis: { revision: 2 } });
  });

  test('a load can be cancelled', async () => {
    const { plan, session, analysis } = following();
    plan.reset([projectRecord()]);
    await settle();
    session.getState().busy[0]?.cancel?.();
    await settle();
    expect(analysis.getState()).toMatchObject({ computing: false, failure: { code: 'engine.cancelled' } });
    expect(session.getState().busy).toEqual([]);
  });
});
