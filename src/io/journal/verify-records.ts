import canonicalize from 'canonicalize';
import { message } from '../../domain/message';
import { keyOf, type CommentRecord, type DecisionRecord, type PlanRecord } from '../../domain/plan';
import type { JournalEntry } from './journal';
import type { AuditFault } from './verify-journal';

/** Records that are only ever made by a transaction once a journal is kept. */
type KeptRecord = DecisionRecord | CommentRecord;

/** The last that the journal says of a record; null: it was taken back. */
interface Told {
  readonly record: KeptRecord | null;
  readonly entry: JournalEntry;
}

/**
 * Where the decisions and comments of a project are not those that its journal tells of: one was changed, is missing,
 * stands although it was taken back, or has slipped in. Those from before the journal are not told of in it: they stand
 * before all others, and are older than its first entry.
 */
export function verifyRecords(
  entries: readonly JournalEntry[],
  records: readonly PlanRecord[],
): readonly AuditFault[] {
  const told = toldIn(entries);
  const there = new Map(records.filter(isKept).map((record) => [keyOf(record), record]));
  const faults: AuditFault[] = [];
  const fault = (reason: string, record: KeptRecord, entry: JournalEntry | null): void => {
    const { id, conflict } = record.kind === 'decision' ? record.decision : record.comment;
    faults.push({ what: message(`audit.${record.kind}-${reason}`, { id, conflict }), entry });
  };
  for (const [key, { record, entry }] of told) {
    const found = there.get(key);
    if (record && !found) fault('missing', record, entry);
    else if (record && found && !isSame(found, record)) fault('changed', record, entry);
    else if (!record && found) fault('taken-back', found, entry);
  }
  const began = entries[0] ? Date.parse(entries[0].at) : Infinity;
  const isAfterTold = new Set<KeptRecord['kind']>();
  for (const [key, record] of there) {
    const known = told.get(key);
    if (!known) {
      if (isAfterTold.has(record.kind) || madeAt(record) >= began) fault('slipped-in', record, null);
      continue;
    }
    // One that came in from another's file may have been put before those from before the journal.
    if (known.record?.precedes === undefined) isAfterTold.add(record.kind);
  }
  return faults;
}

/** Where a record stands in its list is no part of what it says. */
function isSame(a: KeptRecord, b: KeptRecord): boolean {
  const [left, right] = [a, b].map((record) =>
    canonicalize(record.kind === 'decision' ? record.decision : record.comment),
  );
  return left === right;
}

function toldIn(entries: readonly JournalEntry[]): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const entry of entries) {
    const { created, modified, deleted } = entry.diff;
    for (const record of deleted) if (isKept(record)) told.set(keyOf(record), { record: null, entry });
    for (const record of [...modified.map(([, after]) => after), ...created]) {
      if (isKept(record)) told.set(keyOf(record), { record, entry });
    }
  }
  return told;
}

function isKept(record: PlanRecord): record is KeptRecord {
  return record.kind === 'decision' || record.kind === 'comment';
}

/** Milliseconds since 1970; NaN where it does not say. */
function madeAt(record: KeptRecord): number {
  return Date.parse(record.kind === 'decision' ? record.decision.at : record.comment.at);
}
