import type { Conflict } from '../conflict';
import type { Attachment, Decision, DecisionAbout, DecisionState, Measured } from '../decision';
import { rulingFault, type RuledConflict, type Ruling } from '../decision-rules';
import { DecisionIndex } from '../decision-standing';
import { message, type Message } from '../message';
import type { Operation } from '../operation';
import { decisionsOf, reviewRolesOf, ruleOf, type Plan } from '../plan';
import { err, ok } from '../result';
import type { ReviewRole } from '../review-role';
import type { Rule } from '../rule';

/** A conflict as the reviewer sees it. */
export interface SeenConflict extends Pick<Conflict, 'id' | 'rule' | 'evidence'> {
  readonly measured: Measured;
  /** Absent for a conflict that is gone and whose decisions do not tell. */
  readonly about?: DecisionAbout;
  /** Of the decision that stands for it, its own or one taken over; null without one, `gone` without a conflict. */
  readonly state: DecisionState | 'gone' | null;
  /** A decision of another conflict that stands for this one, to be taken over. */
  readonly carriedFrom?: string;
}

export interface DecideInput extends Ruling {
  readonly conflicts: readonly SeenConflict[];
  /** ISO 8601. */
  readonly at: string;
  /** Unique wherever it was made: id of the decision, or the beginning of the ids of several. */
  readonly id: string;
  readonly conditions?: string;
  readonly attachments?: readonly Attachment[];
}

/** Gives one ruling on one or more conflicts; on all or, where one refuses it, on none. */
export const decide: Operation<DecideInput> = (plan, input) => {
  const { conflicts, id } = input;
  if (conflicts.length === 0) return err(message('decision.no-conflict'));
  const book: ReviewBook = {
    decisions: new DecisionIndex(decisionsOf(plan)),
    roles: reviewRolesOf(plan),
    ruleOf: rememberedRules(plan),
  };
  const created = [];
  for (const [index, conflict] of conflicts.entries()) {
    const fault = faultOf(book, input, conflict);
    if (fault) return err(fault);
    const decision = decisionOn(input, conflict, conflicts.length > 1 ? `${id}.${index + 1}` : id);
    created.push({ kind: 'decision', decision } as const);
  }
  return ok({ created, modified: [], deleted: [] });
};

/** What rulings are judged by; made once for many of them. */
export interface ReviewBook {
  readonly decisions: DecisionIndex;
  readonly roles: readonly ReviewRole[];
  readonly ruleOf: (id: string) => Rule | null;
}

/** Rules by their id, each looked for once. */
export function rememberedRules(plan: Plan): ReviewBook['ruleOf'] {
  const known = new Map<string, Rule | null>();
  return (id) => {
    let rule = known.get(id);
    if (rule === undefined) known.set(id, (rule = ruleOf(plan, id)));
    return rule;
  };
}

type JudgedConflict = Pick<SeenConflict, 'id' | 'rule' | 'state' | 'carriedFrom'>;

/** Why `decide` would refuse one of the conflicts; null if it would not. */
export function faultOf(book: ReviewBook, ruling: Ruling, conflict: JudgedConflict): Message | null {
  return rulingFault(ruling, ruledConflict(book, conflict), book.roles);
}

function ruledConflict(book: ReviewBook, { id, rule, state, carriedFrom }: JudgedConflict): RuledConflict {
  const { decisions } = book;
  const own = decisions.historyOf(id);
  const former = carriedFrom === undefined ? null : decisions.get(carriedFrom);
  const history = own.length === 0 && former ? decisions.historyOf(former.conflict) : own;
  return { rule: book.ruleOf(rule), history, state };
}

/** Members without a value are left out: they would not survive a journal. */
function decisionOn(input: DecideInput, conflict: SeenConflict, id: string): Decision {
  const { verdict, role, basisDoc, ground, reason, by, at, until, conditions, attachments } = input;
  return {
    id,
    conflict: conflict.id,
    verdict,
    ...(role !== undefined && { role }),
    ...(basisDoc !== undefined && basisDoc.trim() !== '' && { basisDoc: basisDoc.trim() }),
    ...(verdict === 'accepted' && ground !== undefined && { ground }),
    reason: reason.trim(),
    by: by.trim(),
    at,
    ...(until !== undefined && { until }),
    ...(conditions !== undefined && conditions.trim() !== '' && { conditions: conditions.trim() }),
    evidence: conflict.evidence,
    measured: conflict.measured,
    ...(attachments !== undefined && attachments.length > 0 && { attachments }),
    ...(conflict.about !== undefined && { about: conflict.about }),
    ...(conflict.carriedFrom !== undefined && { carriedFrom: conflict.carriedFrom }),
  };
}
