import type { PlanDiff } from '../../domain/plan-diff';
import type { Audit } from '../../store/project/audit';

/** What entries of a journal are about. */
export const JOURNAL_KINDS = ['review', 'sites', 'other'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** An entry as the table shows it. */
export interface JournalRow {
  readonly key: string;
  readonly entry: Audit['entries'][number];
  readonly label: string;
  readonly kind: JournalKind;
}

export interface JournalFilter {
  /** In what was done, or in who did it. */
  readonly text: string;
  /** Empty: all. */
  readonly kind: JournalKind | '';
}

export const EVERY_ENTRY: JournalFilter = { text: '', kind: '' };

/** What a change is about: a ruling where there is one in it, else the sites, else all the rest. */
export function kindOf({ created, modified, deleted }: PlanDiff): JournalKind {
  const kinds = new Set([...created, ...deleted, ...modified.flat()].map(({ kind }) => kind));
  if (kinds.has('decision') || kinds.has('comment')) return 'review';
  return kinds.has('feature') ? 'sites' : 'other';
}
