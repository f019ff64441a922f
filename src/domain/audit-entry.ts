import type { Message } from './message';
import { keyOf, type PlanRecord } from './plan';
import type { PlanDiff } from './plan-diff';

/** One transaction as it stands in the record of what was done. */
export interface AuditEntry {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly actor: string;
  readonly label: Message;
  readonly diff: PlanDiff;
}

/** What is looked for in the record; an absent member lets everything through. */
export interface AuditFilter {
  readonly actor?: string;
  readonly kind?: PlanRecord['kind'];
  /** Id of a conflict: its decisions and comments. */
  readonly conflict?: string;
  /** In what is told of the entry, and in the ids of what it changed; upper and lower case are alike. */
  readonly text?: string;
}

/** Every record that an entry touches, as it was left (or, deleted, as it was). */
export function recordsIn({ diff }: Pick<AuditEntry, 'diff'>): readonly PlanRecord[] {
  return [...diff.created, ...diff.modified.map(([, after]) => after), ...diff.deleted];
}

/** `tell` gives the words of an entry's label. */
export function passes(entry: AuditEntry, filter: AuditFilter, tell: (label: Message) => string): boolean {
  const records = recordsIn(entry);
  const { actor, kind, conflict, text } = filter;
  if (actor !== undefined && entry.actor !== actor) return false;
  if (kind !== undefined && !records.some((record) => record.kind === kind)) return false;
  if (conflict !== undefined && !records.some((record) => conflictOf(record) === conflict)) return false;
  if (text === undefined || text.trim() === '') return true;
  const wanted = text.trim().toLowerCase();
  const told = [tell(entry.label), entry.actor, ...records.flatMap(wordsOf)];
  return told.some((words) => words.toLowerCase().includes(wanted));
}

function wordsOf(record: PlanRecord): readonly string[] {
  const conflict = conflictOf(record);
  return conflict === null ? [keyOf(record)] : [keyOf(record), conflict];
}

function conflictOf(record: PlanRecord): string | null {
  if (record.kind === 'decision') return record.decision.conflict;
  return record.kind === 'comment' ? record.comment.conflict : null;
}
