import { describe, expect, it } from 'vitest';
import { DECISION_VERDICTS, type Decision, type DecisionVerdict } from '../../../../src/domain/decision';
import { TRANSITIONS } from '../../../../src/domain/decision-rules';
import { addComment } from '../../../../src/domain/operations/add-comment';
import { decide, type DecideInput, type SeenConflict } from '../../../../src/domain/operations/decide';
import { setReviewRoles } from '../../../../src/domain/operations/set-review-roles';
import { commentsOf, decisionsOf, planOf, reviewRolesOf, type Plan } from '../../../../src/domain/plan';
import { apply, invert } from '../../../../src/domain/plan-diff';
import { decisionOf } from '../../../builders/decisions';
import { packRecord, projectRecord, ruleOf } from '../../../builders/plan-records';

const LAW = 'law.net-cafe';
const OFFICE = 'office.control';

function planWith(decisions: readonly Decision[] = [], roles?: Parameters<typeof projectRecord>[0]): Plan {
  return planOf([
    projectRecord(roles),
    packRecord('p', 'rules/p.json', {
      rules: [
        ruleOf(LAW, { severity: 'prohibit' }),
        ruleOf(OFFICE, {
          severity: 'prohibit',
          basis: { kind: 'office', code: '办公室', region: 'CN', confidence: 'unverified' },
        }),
      ],
    }),
    ...decisions.map((decision) => ({ kind: 'decision', decision }) as const),
  ]);
}

function seen(changes: Partial<SeenConflict> = {}): SeenConflict {
  const rule = changes.rule ?? OFFICE;
  return {
    id: `${rule}:s1:p1`,
    rule,
    evidence: 'e1',
    measured: { distanceM: 0, overlapM2: 412, thresholdM: 50 },
    about: { rule, subject: { layer: 'schools', id: 's1' }, object: { layer: 'parcels', id: 'p1' } },
    state: null,
    ...changes,
  };
}

function ruling(verdict: DecisionVerdict, changes: Partial<DecideInput> = {}): DecideInput {
  return {
    verdict,
    by: '乙',
    role: 'approver',
    reason: '已核',
    id: 'new',
    at: '2026-11-25T02:00:00Z',
    conflicts: [seen()],
    ...(verdict === 'accepted' && { basisDoc: '阆自然资函〔2026〕12号' }),
    ...changes,
  };
}

const refusal = (plan: Plan, input: DecideInput) => {
  const result = decide(plan, input);
  return result.ok ? null : result.error.code;
};

describe('deciding', () => {
  it('adds one decision that saw the conflict as it is, and undoing takes it back', () => {
    const plan = planWith();
    const result = decide(plan, ruling('accepted', { until: '2027-01-31', conditions: ' 退让 5 m ' }));
    expect(result.ok && result.value.created).toEqual([
      {
        kind: 'decision',
        decision: {
          id: 'new',
          conflict: `${OFFICE}:s1:p1`,
          verdict: 'accepted',
          role: 'approver',
          basisDoc: '阆自然资函〔2026〕12号',
          reason: '已核',
          by: '乙',
          at: '2026-11-25T02:00:00Z',
          until: '2027-01-31',
          conditions: '退让 5 m',
          evidence: 'e1',
          measured: { distanceM: 0, overlapM2: 412, thresholdM: 50 },
          about: seen().about,
        },
      },
    ]);
    if (!result.ok) return;
    const after = apply(plan, result.value);
    expect(decisionsOf(after)).toHaveLength(1);
    expect(apply(after, invert(result.value))).toEqual(plan);
  });

  it('rules on many at once with ids of their own, or on none', () => {
    const [a, b] = [seen(), seen({ id: `${OFFICE}:s1:p2` })];
    const result = decide(planWith(), ruling('must-resolve', { conflicts: [a, b] }));
    expect(
      result.ok && result.value.created.map((record) => record.kind === 'decision' && record.decision.id),
    ).toEqual(['new.1', 'new.2']);
    const law = seen({ rule: LAW });
    expect(refusal(planWith(), ruling('accepted', { conflicts: [a, law] }))).toBe(
      'decision.law-cannot-be-waived',
    );
    expect(refusal(planWith(), ruling('accepted', { conflicts: [] }))).toBe('decision.no-conflict');
  });

  it.each<[string, Partial<DecideInput>, DecisionVerdict, string | null]>([
    ['without a name', { by: ' ' }, 'must-resolve', 'decision.nobody'],
    ['without a reason', { reason: ' ' }, 'must-resolve', 'decision.no-reason'],
    ['an acceptance without a document', { basisDoc: '' }, 'accepted', 'decision.no-basis-doc'],
    ['with a day that is none', { until: '2026-02-30' }, 'accepted', 'decision.bad-day'],
    ['without a role', { role: 'guest' }, 'must-resolve', 'decision.no-role'],
    ['beyond the role', { role: 'handler' }, 'accepted', 'decision.not-in-role'],
    [
      'against a prohibition of law, on a document',
      { conflicts: [seen({ rule: LAW })] },
      'accepted',
      'decision.law-cannot-be-waived',
    ],
    [
      'against a prohibition of law, on a study',
      { conflicts: [seen({ rule: LAW })], ground: 'special-study' },
      'accepted',
      null,
    ],
    ['against a prohibition of the office', {}, 'accepted', null],
    ['on a rule that is gone', { conflicts: [seen({ rule: 'gone' })] }, 'accepted', null],
    ['resolved before anything was asked', {}, 'resolved', 'decision.not-after'],
    [
      'on a conflict that is gone',
      { conflicts: [seen({ state: 'gone' })] },
      'must-resolve',
      'decision.conflict-gone',
    ],
    ['that a gone conflict is resolved', { conflicts: [seen({ state: 'gone' })] }, 'resolved', null],
  ])('%s', (_name, changes, verdict, code) => {
    expect(refusal(planWith(), ruling(verdict, changes))).toBe(code);
  });

  it.each(DECISION_VERDICTS.flatMap((from) => DECISION_VERDICTS.map((to) => [from, to] as const)))(
    'after %s comes %s only as the table says',
    (from, to) => {
      const plan = planWith([decisionOf('d', { conflict: `${OFFICE}:s1:p1`, verdict: from, by: '甲' })]);
      const allowed = TRANSITIONS[from].includes(to);
      const current = ruling(to, { conflicts: [seen({ state: 'current' })] });
      expect(refusal(plan, current)).toBe(allowed ? null : 'decision.not-after');
      const stale = ruling(to, { conflicts: [seen({ state: 'stale' })] });
      const again = allowed || from === to || TRANSITIONS.open.includes(to);
      expect(refusal(plan, stale)).toBe(again ? null : 'decision.not-after');
    },
  );

  it.each(['accepted', 'resolved'] as const)('nobody verifies what they have %s', (verdict) => {
    const plan = planWith([decisionOf('d', { conflict: `${OFFICE}:s1:p1`, verdict, by: '乙 ' })]);
    const input = ruling('verified', { conflicts: [seen({ state: 'current' })] });
    expect(refusal(plan, input)).toBe('decision.own-work');
    expect(refusal(plan, { ...input, by: '丙' })).toBeNull();
  });

  it('judges what is taken over by the history that it comes with', () => {
    const plan = planWith([decisionOf('d', { conflict: `${OFFICE}:s1:old`, verdict: 'resolved', by: '甲' })]);
    const input = ruling('verified', { conflicts: [seen({ state: 'stale', carriedFrom: 'd' })] });
    expect(refusal(plan, input)).toBeNull();
    expect(refusal(plan, { ...input, by: '甲' })).toBe('decision.own-work');
  });

  it('asks for no role where the project has none', () => {
    const plan = planWith([], { reviewRoles: [] });
    expect(refusal(plan, ruling('accepted', { role: 'anybody' }))).toBeNull();
    expect(refusal(planWith(), ruling('accepted', { role: 'anybody' }))).toBe('decision.no-role');
  });
});

describe('what goes with a review', () => {
  it('takes comments with words, from somebody', () => {
    const comment = { id: 'c', conflict: 'x', text: ' 请补测绘图 ', by: '甲', at: '2026-11-25T00:00:00Z' };
    const result = addComment(planWith(), comment);
    expect(result.ok && commentsOf(apply(planWith(), result.value))).toEqual([
      { ...comment, text: '请补测绘图' },
    ]);
    expect(addComment(planWith(), { ...comment, text: ' ' }).ok).toBe(false);
    expect(addComment(planWith(), { ...comment, by: '' }).ok).toBe(false);
  });

  it('sets the roles, named and once each', () => {
    const roles = [{ id: '科长', may: ['accepted'] as const }];
    const result = setReviewRoles(planWith(), { roles });
    expect(result.ok && reviewRolesOf(apply(planWith(), result.value))).toEqual(roles);
    expect(setReviewRoles(planWith(), { roles: [...roles, ...roles] }).ok).toBe(false);
    expect(setReviewRoles(planWith(), { roles: [{ id: ' ', may: [] }] }).ok).toBe(false);
    expect(reviewRolesOf(planWith()).map(({ id }) => id)).toEqual(['handler', 'reviewer', 'approver']);
  });
});
