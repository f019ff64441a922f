import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../src/domain/check-report';
import type { Conflict, Finding } from '../../../src/domain/conflict';
import { conflictId } from '../../../src/domain/conflict';
import { briefOf, DECISION_VERDICTS, type Decision } from '../../../src/domain/decision';
import { isSettled } from '../../../src/domain/decision-standing';
import type { GeoFeature } from '../../../src/domain/feature';
import { standingsOn } from '../../../src/domain/finding-standing';
import { planOf } from '../../../src/domain/plan';
import { conflictsById } from '../../../src/engine/conflicts-by-id';
import { gappedConflicts } from '../../../src/engine/conflict-json';
import { fillGaps } from '../../../src/engine/evidence-gaps';
import { findingAt, orderedBlocks, orderedRows } from '../../../src/engine/ordered-findings';
import { finished } from '../../../src/engine/pacer';
import { conflictsOf } from '../../../src/engine/report';
import { standingsOf } from '../../../src/engine/standings';
import { buildState, type EngineState } from '../../../src/engine/state';
import { AS_OF, checkInput, contentsOf } from '../../builders/check-input';
import { decisionOf } from '../../builders/decisions';
import { smallTown } from '../../builders/small-town';

function findingsIn(state: EngineState): Finding[] {
  return [...orderedBlocks(state)].flatMap((ordered) =>
    Array.from(orderedRows(ordered), (row) => findingAt(state, ordered, row)),
  );
}

/** A town whose parcels say now and then that they were split from others, with some decisions. */
function reviewed(decisions: readonly Decision[]): EngineState {
  const town = smallTown(3);
  const parcels = (town.layers.parcels ?? []).map((feature, n): GeoFeature => ({
    ...feature,
    properties: { ...feature.properties, ...(n % 3 === 0 && { replaces: [`old:${n % 5}`, n] }) },
  }));
  const input = checkInput({ ...town, layers: { ...town.layers, parcels } });
  const records = [
    ...input.records,
    ...decisions.map((decision) => ({ kind: 'decision', decision }) as const),
  ];
  return finished(buildState(planOf(records), 0, contentsOf(input)));
}

const FINDINGS = findingsIn(reviewed([]));

/** On a conflict, under its own id or one that its parcel has replaced, or on one that is not there. */
const decided: fc.Arbitrary<Pick<Decision, 'conflict' | 'evidence'>> = fc
  .tuple(fc.nat(FINDINGS.length - 1), fc.nat(3), fc.boolean())
  .map(([at, former, isSeen]) => {
    const { conflict, replaces = [] } = FINDINGS[at]!;
    const object = replaces[former] ?? (former === 3 ? 'nowhere' : conflict.object.id);
    return {
      conflict: conflictId(conflict.rule, conflict.subject.id, object),
      evidence: isSeen ? conflict.evidence : 'other',
    };
  });

const decisions = fc.array(
  fc.tuple(
    decided,
    fc.constantFrom(...DECISION_VERDICTS),
    fc.constantFrom('2026-11-24', '2026-11-25'),
    fc.nat(20),
  ),
  { maxLength: 12 },
);

describe('the decisions that stand', () => {
  it('are those that each conflict, asked one by one, has', () => {
    fc.assert(
      fc.property(decisions, (given) => {
        const made = given.map(([conflict, verdict, until, day], n) =>
          decisionOf(`d${n}`, {
            ...conflict,
            verdict,
            until,
            at: `2026-11-${String(day + 1).padStart(2, '0')}`,
          }),
        );
        const state = reviewed(made);
        const standings = standingsOf(state, AS_OF);
        const standingOf = standingsOn(made, AS_OF);
        const all = FINDINGS.map((finding) => ({ finding, standing: standingOf(finding) }));
        expect([...conflictsOf(state, standings)]).toEqual(
          all.map(({ finding, standing }) => ({
            ...finding.conflict,
            decision: standing && briefOf(standing.decision, standing.state),
          })),
        );
        const marginal = all.filter(({ finding }) => finding.conflict.verdict === 'marginal').length;
        expect(standings.summary).toEqual(
          summaryOf(
            { conflicts: all.length - marginal, marginal },
            all.flatMap(({ standing }) => standing ?? []),
          ),
        );
        const unsettled = (severity: Conflict['severity']): number =>
          all.filter(
            ({ finding: { conflict }, standing }) =>
              conflict.severity === severity && conflict.verdict === 'conflict' && !isSettled(standing),
          ).length;
        expect(standings.unsettled).toEqual({
          prohibit: unsettled('prohibit'),
          restrict: unsettled('restrict'),
          study: unsettled('study'),
          notice: unsettled('notice'),
          marginal,
        });
        let text = '';
        const memory = { size: 1 << 16, standing: 1, isShared: false };
        for (const piece of gappedConflicts(state, ',', standings, memory)) {
          fillGaps(piece);
          text += new TextDecoder().decode(piece.bytes);
        }
        expect(JSON.parse(`[${text}]`)).toEqual([...conflictsOf(state, standings)]);
      }),
      { numRuns: 40 },
    );
  });

  it('are summed up under every verdict and state', () => {
    const { summary } = standingsOf(reviewed([]), AS_OF);
    expect(Object.keys(summary.byDecision)).toEqual(['open', ...DECISION_VERDICTS]);
    expect(Object.keys(summary.byState)).toEqual(['open', 'current', 'stale', 'expired']);
    expect(summary.byDecision.open).toBe(FINDINGS.length);
  });
});

describe('findings by their conflicts’ ids', () => {
  it('are found, whatever is asked beside them', () => {
    const state = reviewed([]);
    const ids = FINDINGS.flatMap(({ conflict }) => [conflict.id, `x${conflict.id}`, `${conflict.id}:x`]);
    const wanted = FINDINGS.flatMap((finding) => [finding, null, null]);
    expect(conflictsById(state, [...ids, '', ':', 'near:s:'])).toEqual([...wanted, null, null, null]);
  });
});
