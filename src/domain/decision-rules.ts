import { isDay } from './day';
import type { Decision, DecisionState, DecisionVerdict, Ground } from './decision';
import { message, type Message } from './message';
import type { ReviewRole } from './review-role';
import type { Rule } from './rule';

/** Where a conflict stands in its review. */
export type ReviewPoint = 'open' | DecisionVerdict;

/** What may follow. A verdict after itself renews it: another reason, another last day. */
export const TRANSITIONS: Readonly<Record<ReviewPoint, readonly DecisionVerdict[]>> = {
  open: ['more-material', 'special-study', 'must-resolve', 'accepted', 'inaccurate'],
  'more-material': ['more-material', 'special-study', 'must-resolve', 'accepted', 'inaccurate', 'resolved'],
  'special-study': ['more-material', 'special-study', 'must-resolve', 'accepted', 'inaccurate', 'resolved'],
  'must-resolve': ['more-material', 'special-study', 'must-resolve', 'accepted', 'inaccurate', 'resolved'],
  accepted: ['more-material', 'special-study', 'must-resolve', 'accepted', 'inaccurate', 'verified'],
  inaccurate: ['more-material', 'special-study', 'must-resolve', 'accepted', 'inaccurate', 'verified'],
  resolved: ['more-material', 'special-study', 'must-resolve', 'inaccurate', 'verified'],
  verified: ['more-material', 'special-study', 'must-resolve'],
};

/** What may be ruled on a conflict that is gone 已消除: that this was meant, and that it was looked at. */
const OF_A_GONE_CONFLICT: readonly DecisionVerdict[] = ['resolved', 'verified'];

/** A ruling that somebody wants to give. */
export interface Ruling {
  readonly verdict: DecisionVerdict;
  readonly by: string;
  readonly role?: string;
  readonly reason: string;
  readonly basisDoc?: string;
  readonly ground?: Ground;
  readonly until?: string;
}

/** The conflict that it is about, and what was decided on it before. */
export interface RuledConflict {
  /** Null where the rule is no longer in the project. */
  readonly rule: Pick<Rule, 'severity' | 'basis'> | null;
  /** Oldest first. */
  readonly history: readonly Decision[];
  /** Of the latest decision; null where there is none, `gone` where there is no such conflict any more. */
  readonly state: DecisionState | 'gone' | null;
}

/** Why a ruling cannot be given; null if it can. */
export function rulingFault(
  ruling: Ruling,
  conflict: RuledConflict,
  roles: readonly ReviewRole[],
): Message | null {
  return (
    wordsFault(ruling) ??
    roleFault(ruling, roles) ??
    transitionFault(ruling, conflict) ??
    groundFault(ruling, conflict) ??
    ownWorkFault(ruling, conflict)
  );
}

function wordsFault({ verdict, by, reason, basisDoc, until }: Ruling): Message | null {
  if (by.trim() === '') return message('decision.nobody');
  if (reason.trim() === '') return message('decision.no-reason', { verdict });
  if (verdict === 'accepted' && (basisDoc ?? '').trim() === '') return message('decision.no-basis-doc');
  if (until !== undefined && !isDay(until)) return message('decision.bad-day', { day: until });
  return null;
}

/** A role that the project does not know gives nothing; where it knows none, roles do not matter. */
function roleFault({ verdict, role }: Ruling, roles: readonly ReviewRole[]): Message | null {
  if (roles.length === 0) return null;
  const known = roles.find(({ id }) => id === role);
  if (!known) return message('decision.no-role');
  return known.may.includes(verdict) ? null : message('decision.not-in-role', { role: known.id, verdict });
}

function transitionFault({ verdict }: Ruling, { history, state }: RuledConflict): Message | null {
  const latest = history.at(-1);
  const from = latest?.verdict ?? 'open';
  if (state === 'gone') {
    return OF_A_GONE_CONFLICT.includes(verdict) && from !== 'verified'
      ? null
      : message('decision.conflict-gone', { verdict });
  }
  if (TRANSITIONS[from].includes(verdict)) return null;
  // What no longer holds can be confirmed as it was, or judged as if for the first time.
  const isOpenAgain = state === 'stale' || state === 'expired';
  if (isOpenAgain && (verdict === from || TRANSITIONS.open.includes(verdict))) return null;
  return message('decision.not-after', { verdict, from });
}

function groundFault({ verdict, ground = 'document' }: Ruling, { rule }: RuledConflict): Message | null {
  if (verdict !== 'accepted' || !rule || ground !== 'document') return null;
  const isLaw = rule.basis.kind === 'law' && rule.severity === 'prohibit';
  return isLaw ? message('decision.law-cannot-be-waived') : null;
}

function ownWorkFault({ verdict, by }: Ruling, { history }: RuledConflict): Message | null {
  if (verdict !== 'verified') return null;
  const own = history.some(
    (decision) =>
      decision.by.trim() === by.trim() &&
      (decision.verdict === 'accepted' || decision.verdict === 'resolved'),
  );
  return own ? message('decision.own-work', { by }) : null;
}
