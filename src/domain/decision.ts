import type { FeatureRef } from './conflict';
import type { LonLatBox } from './feature';

/** A reviewer's ruling 核查意见, in the order in which a review comes to them. Without one a conflict is open 待核. */
export const DECISION_VERDICTS = [
  'more-material',
  'special-study',
  'must-resolve',
  'accepted',
  'inaccurate',
  'resolved',
  'verified',
] as const;
export type DecisionVerdict = (typeof DECISION_VERDICTS)[number];

/** On what an acceptance 论证认可 rests. No office can waive a law: against a prohibition of one, only the last two serve. */
export const GROUNDS = ['document', 'special-study', 'plan-amendment'] as const;
export type Ground = (typeof GROUNDS)[number];

/** What a decision saw of its conflict, for the before and after of one that is stale. */
export interface Measured {
  readonly distanceM: number | null;
  readonly overlapM2: number | null;
  /** The rule's distance then; absent in files that do not say, null but for `within-distance`. */
  readonly thresholdM?: number | null;
}

/** A document beside a decision: the file itself stays where it is, its hash says which it was. */
export interface Attachment {
  readonly name: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

/** What a decision was about, so that it can be told when the conflict is gone and its label says little. */
export interface DecisionAbout {
  readonly rule: string;
  readonly subject: FeatureRef;
  readonly object: FeatureRef;
  /** Around the object, and its ellipsoidal area: to find it again under another id. */
  readonly objectBox?: LonLatBox;
  readonly objectAreaM2?: number | null;
}

/**
 * One ruling on one conflict; an entry of `decisions.json`. Never changed: a later ruling stands beside it, and the
 * latest counts. Members that nothing here knows are kept.
 */
export interface Decision {
  /** Unique wherever it was made. */
  readonly id: string;
  /** The conflict's id: a label, never parsed. */
  readonly conflict: string;
  readonly verdict: DecisionVerdict;
  /** Id of a `ReviewRole`. */
  readonly role?: string;
  /** Number of the document that it rests on. */
  readonly basisDoc?: string;
  /** Absent: `document`. */
  readonly ground?: Ground;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until?: string;
  readonly conditions?: string;
  /** The conflict's evidence when it was decided. */
  readonly evidence: string;
  readonly measured: Measured;
  readonly attachments?: readonly Attachment[];
  readonly about?: DecisionAbout;
  /** The decision of another conflict that this one takes over, at the reviewer's word. */
  readonly carriedFrom?: string;
}

/** A remark on a conflict, which decides nothing. An entry of `comments.json`. */
export interface Comment {
  readonly id: string;
  readonly conflict: string;
  readonly text: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * `stale` 依据已变·待复核: what it saw has changed; `expired` 期满: its last day is over, and nothing has changed.
 */
export const DECISION_STATES = ['current', 'stale', 'expired'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What the answer of a check says of a conflict's decision. The JSON contract. */
export interface DecisionBrief {
  readonly verdict: DecisionVerdict;
  readonly state: DecisionState;
  readonly by: string;
  readonly at: string;
}

export function briefOf({ verdict, by, at }: Decision, state: DecisionState): DecisionBrief {
  return { verdict, state, by, at };
}
