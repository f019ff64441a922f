import type { JournalEntry } from '../../io/journal/journal';
import type { AuditFault } from '../../io/journal/verify-journal';

/** The history of the open project, from before it was opened on. */
export interface Audit {
  readonly entries: readonly JournalEntry[];
  /** Where journal or decisions are not as they were written; empty where all is whole. */
  readonly faults: readonly AuditFault[];
}
