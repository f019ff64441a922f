import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FINDINGS } from '../../../src/domain/analysis';
import type { Finding } from '../../../src/domain/conflict';
import type { Comment, Decision } from '../../../src/domain/decision';
import { EMPTY_DIFF } from '../../../src/domain/plan-diff';
import { createAnalysisStore } from '../../../src/store/analysis-store';
import { createPlanStore } from '../../../src/store/plan-store';
import { startReviewStore, type ReviewDeps } from '../../../src/store/review-store';
import { decisionOf } from '../../builders/decisions';
import { byId, findingOf, tablesOf } from '../../builders/findings';
import { projectRecord } from '../../builders/plan-records';

const LABEL = { label: { code: 'op.decide' }, actor: '甲' };
const CUT_OFF = 1000;

const today = () => '2026-11-25';
const findConflicts: ReviewDeps['findConflicts'] = (ids) => Promise.resolve(ids.map(() => null));

function sorted<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return Array.from(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

function started(changes: Partial<ReviewDeps> = {}) {
  const plan = createPlanStore();
  const analysis = createAnalysisStore();
  const review = startReviewStore({
    plan,
    analysis,
    findConflicts,
    today,
    ...changes,
  });
  plan.reset([projectRecord()]);
  const rule = (...decisions: Decision[]) =>
    plan.transact(
      { ...EMPTY_DIFF, created: decisions.map((decision) => ({ kind: 'decision', decision }) as const) },
      LABEL,
    );
  const find = (findings: readonly Finding[], total = findings.length) =>
    analysis.replace(tablesOf({ counts: { ...NO_FINDINGS, prohibit: total } }), byId(findings));
  const stateOf = (id: string) => review.getState().standings.get(id)?.state ?? null;
  return { plan, analysis, review, rule, find, stateOf };
}

const finding = (object: string, evidence = 'e1', changes: Partial<Finding> = {}) =>
  findingOf(
    `r:s1:${object}`,
    {
      rule: 'r',
      subject: { layer: 'schools', id: 's1' },
      object: { layer: 'parcels', id: object },
      evidence,
    },
    changes,
  );

const on = (object: string, id: string, changes: Partial<Decision> = {}) =>
  decisionOf(id, { conflict: `r:s1:${object}`, ...changes });

describe('where a conflict stands', () => {
  it('is open, current, stale, gone, and found again with its history', () => {
    const { review, rule, find, stateOf } = started();
    find([finding('p1'), finding('p2')]);
    expect(review.getState().counts).toMatchObject({ total: 2, open: 2, reviewed: 0 });
    rule(on('p1', 'd1'));
    expect(stateOf('r:s1:p1')).toBe('current');
    expect(review.getState().counts).toMatchObject({ open: 1, reviewed: 1, verdicts: { 'must-resolve': 1 } });
    find([finding('p1', 'e2'), finding('p2')]);
    expect(stateOf('r:s1:p1')).toBe('stale');
    expect(review.getState().counts).toMatchObject({ open: 1, reviewed: 0, stale: 1 });
    find([finding('p2')]);
    expect([...review.getState().gone.keys()]).toEqual(['r:s1:p1']);
    expect(review.getState().counts).toMatchObject({ total: 1, open: 1, gone: 1 });
    find([finding('p1'), finding('p2')]);
    expect(stateOf('r:s1:p1')).toBe('current');
    expect(review.getState().gone.size).toBe(0);
  });

  it('is that of the former object where one replaces it, which then is not gone', () => {
    const { review, rule, find } = started();
    find([finding('p1')]);
    rule(on('p1', 'd1'));
    find([finding('p7', 'e1', { replaces: ['p1'] })]);
    expect(review.getState().standings.get('r:s1:p7')).toMatchObject({
      decision: { id: 'd1' },
      state: 'current',
    });
    expect(review.getState().gone.size).toBe(0);
    rule(on('p1', 'd2', { verdict: 'accepted' }));
    expect(review.getState().standings.get('r:s1:p7')?.decision.id).toBe('d2');
  });

  it('is the reviewer’s where a decision is taken over, until that is undone', () => {
    const { plan, review, rule, find } = started();
    find([finding('p9')]);
    rule(on('p1', 'd1'));
    expect([...review.getState().gone.keys()]).toEqual(['r:s1:p1']);
    rule(on('p9', 'd2', { carriedFrom: 'd1' }));
    expect(review.getState().gone.size).toBe(0);
    plan.undo('甲');
    expect([...review.getState().gone.keys()]).toEqual(['r:s1:p1']);
  });

  it('expires on the day after the last one', () => {
    let day = '2026-12-31';
    const { rule, find, stateOf } = started({ today: () => day });
    find([finding('p1')]);
    rule(on('p1', 'd1', { until: '2026-12-31' }));
    expect(stateOf('r:s1:p1')).toBe('current');
    day = '2027-01-01';
    rule(on('p2', 'd2'));
    expect(stateOf('r:s1:p1')).toBe('expired');
  });

  it('is looked for beyond a list that is cut off', async () => {
    const asked: string[][] = [];
    const { review, rule, find, stateOf } = started({
      findConflicts: (ids) => {
        asked.push([...ids]);
        return Promise.resolve(ids.map((id) => (id === 'r:s1:p5' ? finding('p5', 'e2') : null)));
      },
    });
    find([finding('p1')], CUT_OFF);
    rule(on('p1', 'd1'), on('p5', 'd2'), on('p6', 'd3'));
    expect(review.getState().gone.size).toBe(0);
    await review.idle();
    expect(asked).toEqual([['r:s1:p5', 'r:s1:p6']]);
    expect(stateOf('r:s1:p5')).toBe('stale');
    expect(review.findingOf('r:s1:p5')?.conflict.evidence).toBe('e2');
    expect([...review.getState().gone.keys()]).toEqual(['r:s1:p6']);
  });
});

describe('comments', () => {
  it('are kept by conflict, and go with an undo', () => {
    const { plan, review } = started();
    const comment: Comment = {
      id: 'c1',
      conflict: 'r:s1:p1',
      text: '已电话核实',
      by: '甲',
      at: '2026-11-20T08:00:00Z',
    };
    plan.transact({ ...EMPTY_DIFF, created: [{ kind: 'comment', comment }] }, LABEL);
    expect(review.getState().comments.get('r:s1:p1')).toEqual([comment]);
    plan.undo('甲');
    expect(review.getState().comments.size).toBe(0);
  });
});

const OBJECTS = ['p1', 'p2', 'p3', 'p4'];
const step = fc.oneof(
  fc.record({
    kind: fc.constant('rule' as const),
    object: fc.constantFrom(...OBJECTS),
    evidence: fc.constantFrom('e1', 'e2', 'e3'),
    carries: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('find' as const),
    found: fc.array(
      fc.record({
        object: fc.constantFrom(...OBJECTS),
        evidence: fc.constantFrom('e1', 'e2', 'e3'),
        replaces: fc.option(fc.constantFrom(...OBJECTS)),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'reload' as const) }),
);

it('loses no decision, whatever is decided, edited, undone and reloaded, and calls stale what saw other evidence', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { plan, analysis, review, rule, find } = started();
      let serial = 0;
      find([]);
      for (const next of steps) {
        if (next.kind === 'rule') {
          serial += 1;
          const before = review.getState().gone.values().next().value;
          rule(
            on(next.object, `d${serial}`, {
              evidence: next.evidence,
              ...(next.carries && before && { carriedFrom: before.id }),
            }),
          );
        } else if (next.kind === 'find') {
          const byObject = new Map(next.found.map((each) => [each.object, each]));
          find(
            Array.from(byObject.values(), ({ object, evidence, replaces }) =>
              finding(
                object,
                evidence,
                replaces === null || replaces === object ? {} : { replaces: [replaces] },
              ),
            ),
          );
        } else if (next.kind === 'reload') {
          const { plan: records, revision, history } = plan.getState();
          plan.reset(records.values(), revision, history);
        } else plan[next.kind]('甲');
      }
      const { standings, gone, counts } = review.getState();
      const decisions = Array.from(plan.getState().plan.values()).flatMap((record) =>
        record.kind === 'decision' ? [record.decision] : [],
      );
      const isTakenOver = (conflict: string) =>
        decisions.some(({ carriedFrom }) =>
          decisions.some((former) => former.id === carriedFrom && former.conflict === conflict),
        ) ||
        Array.from(analysis.getState().byId.values()).some(({ replaces }) =>
          replaces?.some((former) => `r:s1:${former}` === conflict),
        );
      for (const { decision } of standings.values()) expect(decisions).toContain(decision);
      for (const decision of gone.values()) expect(decisions).toContain(decision);
      for (const [id, { decision, state }] of standings) {
        const seen = review.findingOf(id)?.conflict.evidence;
        expect(seen).toBeDefined();
        expect(state).toBe(decision.evidence === seen ? 'current' : 'stale');
      }
      for (const { conflict } of decisions) {
        expect(standings.has(conflict) && gone.has(conflict)).toBe(false);
        if (!isTakenOver(conflict)) expect(standings.has(conflict) || gone.has(conflict)).toBe(true);
      }
      // Whatever came before, the state is that of a fresh start.
      const fresh = startReviewStore({ plan, analysis, findConflicts, today });
      fresh.stop();
      expect(sorted(standings)).toEqual(sorted(fresh.getState().standings));
      expect(sorted(gone)).toEqual(sorted(fresh.getState().gone));
      expect(counts).toEqual(fresh.getState().counts);
    }),
    { numRuns: 300 },
  );
});
