import { DECISION_VERDICTS, type DecisionVerdict } from './decision';

/** A step of an office's review; `may` are the verdicts that it gives. */
export interface ReviewRole {
  /** What decisions say; `i18n` names the usual ones, another is its own name. */
  readonly id: string;
  readonly may: readonly DecisionVerdict[];
}

/** 经办 → 审核 → 审定: who prepares a file accepts nothing and closes nothing. */
export const USUAL_ROLES: readonly ReviewRole[] = [
  { id: 'handler', may: ['more-material', 'special-study', 'must-resolve', 'inaccurate', 'resolved'] },
  { id: 'reviewer', may: DECISION_VERDICTS },
  { id: 'approver', may: DECISION_VERDICTS },
];
