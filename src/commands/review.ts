import { isTinyChange, measuredOf } from '../domain/decision-change';
import type { Finding } from '../domain/conflict';
import type { Decision, DecisionVerdict } from '../domain/decision';
import { rulingFault, type Ruling } from '../domain/decision-rules';
import { message, type Message } from '../domain/message';
import { addComment } from '../domain/operations/add-comment';
import {
  decide,
  faultOf,
  rememberedRules,
  type DecideInput,
  type ReviewBook,
  type SeenConflict,
} from '../domain/operations/decide';
import { setReviewRoles as setReviewRolesOperation } from '../domain/operations/set-review-roles';
import { layersOf, projectOf, reviewRolesOf, ruleOf } from '../domain/plan';
import type { Result } from '../domain/result';
import type { ReviewRole } from '../domain/review-role';
import { pairTolerance } from '../domain/tolerance';
import type { AppStores } from '../store/app-stores';
import { edit } from './edit';

/** What a reviewer says in a ruling; who says it is known. */
export type RulingWords = Omit<Ruling, 'by' | 'role'> & Pick<DecideInput, 'conditions' | 'attachments'>;

/** Whether it must first be asked who works here, and in which role. */
export function needsIdentity({ session, plan }: AppStores): boolean {
  const { actor, role } = session.getState();
  const roles = reviewRolesOf(plan.getState().plan);
  return actor.trim() === '' || (roles.length > 0 && !roles.some(({ id }) => id === role));
}

/** Does something that needs a name; asks for it first where none is known. */
export function withIdentity(stores: AppStores, then: () => void): void {
  if (needsIdentity(stores)) stores.session.setState({ dialog: { kind: 'identity', then } });
  else then();
}

/** A conflict as it stands now, or as its last decision saw it where it is gone; null for an unknown one. */
export function seenConflict({ review }: AppStores, id: string): SeenConflict | null {
  const { standings, gone } = review.getState();
  const finding = review.findingOf(id);
  if (finding) {
    const standing = standings.get(id);
    const isTaken = standing !== undefined && standing.decision.conflict !== id;
    return {
      ...seenFinding(finding),
      state: standing?.state ?? null,
      ...(isTaken && { carriedFrom: standing.decision.id }),
    };
  }
  const latest = gone.get(id);
  if (!latest) return null;
  const { evidence, measured, about } = latest;
  return { id, rule: about?.rule ?? '', evidence, measured, state: 'gone', ...(about && { about }) };
}

function seenFinding({ conflict, objectBox, objectAreaM2 }: Finding): Omit<SeenConflict, 'state'> {
  const { id, rule, subject, object, evidence } = conflict;
  const about = { rule, subject, object, objectBox, objectAreaM2 };
  return { id, rule, evidence, measured: measuredOf(conflict), about };
}

/** What the rulings of the open project are judged by. */
export function reviewBook({ plan, review }: AppStores): ReviewBook {
  const { plan: current } = plan.getState();
  return {
    decisions: review.getState().decisions,
    roles: reviewRolesOf(current),
    ruleOf: rememberedRules(current),
  };
}

function rulingBy({ session }: AppStores, words: RulingWords): Ruling {
  const { actor, role } = session.getState();
  return { ...words, by: actor, ...(role !== '' && { role }) };
}

/** Why a ruling would be refused on a conflict; null if it would not. */
export function rulingFaultOn(
  stores: AppStores,
  conflict: SeenConflict,
  words: RulingWords,
  book = reviewBook(stores),
): Message | null {
  return faultOf(book, rulingBy(stores, words), conflict);
}

/** Why a verdict cannot be given on a conflict, whatever the words; null if it can. Who works here need not be known. */
export function verdictFault(stores: AppStores, id: string, verdict: DecisionVerdict): Message | null {
  const conflict = seenConflict(stores, id);
  if (!conflict) return message('decision.no-conflict');
  const { decisions, roles } = reviewBook(stores);
  const { actor, role } = stores.session.getState();
  const isKnown = !needsIdentity(stores);
  const own = decisions.historyOf(id);
  const former = conflict.carriedFrom === undefined ? null : decisions.get(conflict.carriedFrom);
  const said = { verdict, reason: '-', basisDoc: '-', ground: 'plan-amendment' } as const;
  return rulingFault(
    { ...said, by: isKnown ? actor : '-', role },
    {
      rule: ruleOf(stores.plan.getState().plan, conflict.rule),
      history: own.length === 0 && former ? decisions.historyOf(former.conflict) : own,
      state: conflict.state,
    },
    isKnown ? roles : [],
  );
}

/** Unique wherever it is made. */
function newId(at: string): string {
  const random = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36));
  return `${at.replaceAll(/\D/g, '')}-${random.join('')}`;
}

/** What `decide` is given to rule on conflicts now, as who works here. */
export function decideInput(
  stores: AppStores,
  conflicts: readonly SeenConflict[],
  words: RulingWords,
): DecideInput {
  const at = new Date().toISOString();
  return { ...words, ...rulingBy(stores, words), conflicts, at, id: newId(at) };
}

/** Rules on conflicts, as one transaction; on all or, where one refuses it, on none. */
export function ruleOn(
  stores: AppStores,
  conflicts: readonly SeenConflict[],
  words: RulingWords,
  label: Message = decideLabel(stores, conflicts, words.verdict),
): Result<number, Message> {
  return edit(stores, decide, decideInput(stores, conflicts, words), label);
}

/** What a ruling on conflicts is called in the history. */
export function decideLabel(
  stores: AppStores,
  conflicts: readonly SeenConflict[],
  verdict: DecisionVerdict,
): Message {
  const [only] = conflicts;
  return only && conflicts.length === 1
    ? message('op.decide', { verdict, ...namesOf(stores, only) })
    : message('op.decide-many', { verdict, count: conflicts.length });
}

/** What the two sides of a conflict are called. */
function namesOf({ review }: AppStores, { id, about }: SeenConflict): { subject: string; object: string } {
  const finding = review.findingOf(id);
  return {
    subject: finding?.subjectName ?? about?.subject.id ?? id,
    object: finding?.objectName ?? about?.object.id ?? '',
  };
}

/** The decision of a conflict that one keystroke may confirm, since less than the tolerance has changed; else null. */
export function reconfirmable({ plan, review }: AppStores, id: string): Decision | null {
  const standing = review.getState().standings.get(id);
  const finding = review.findingOf(id);
  const { plan: current } = plan.getState();
  const info = projectOf(current);
  if (standing?.state !== 'stale' || !finding || !info) return null;
  const { subject, object } = finding.conflict;
  const accuracies = new Map(
    layersOf(current).flatMap(({ name, accuracyM }) => (accuracyM === undefined ? [] : [[name, accuracyM]])),
  );
  const tolM = pairTolerance(info.toleranceM, accuracies, subject.layer, object.layer);
  return isTinyChange(standing.decision.measured, measuredOf(finding.conflict), tolM)
    ? standing.decision
    : null;
}

/** The words of a decision, to be said again. */
export function wordsOf(decision: Decision): RulingWords {
  const { verdict, reason, basisDoc, ground, until, conditions, attachments } = decision;
  return {
    verdict,
    reason,
    ...(basisDoc !== undefined && { basisDoc }),
    ...(ground !== undefined && { ground }),
    ...(until !== undefined && { until }),
    ...(conditions !== undefined && { conditions }),
    ...(attachments !== undefined && { attachments }),
  };
}

/** Says a decision again for the evidence as it is now. */
export function reconfirm(stores: AppStores, id: string): Result<number, Message> | null {
  const decision = reconfirmable(stores, id);
  const conflict = seenConflict(stores, id);
  if (!decision || !conflict) return null;
  const label = message('op.reconfirm', { verdict: decision.verdict, ...namesOf(stores, conflict) });
  return ruleOn(stores, [conflict], wordsOf(decision), label);
}

/** Takes a decision on a conflict that is gone over to the one that it has become, at the reviewer's word. */
export function takeOver(stores: AppStores, former: Decision, id: string): Result<number, Message> | null {
  const conflict = seenConflict(stores, id);
  if (!conflict) return null;
  const taking: SeenConflict = { ...conflict, carriedFrom: former.id };
  const label = message('op.take-over', { verdict: former.verdict, ...namesOf(stores, conflict) });
  return ruleOn(stores, [taking], wordsOf(former), label);
}

export function commentOn(stores: AppStores, conflict: string, text: string): Result<number, Message> {
  const at = new Date().toISOString();
  const by = stores.session.getState().actor;
  return edit(stores, addComment, { id: newId(at), conflict, text, by, at }, message('op.comment'));
}

export function setReviewRoles(stores: AppStores, roles: readonly ReviewRole[]): Result<number, Message> {
  return edit(stores, setReviewRolesOperation, { roles }, message('op.set-review-roles'));
}
