import { message, type Message } from '../../domain/message';
import { EMPTY_CHAIN, hashOf, type ChainHead, type JournalEntry } from './journal';
import { readEntry, writeJsonl } from './jsonl';

/** Where the record of a project is not as it was written. */
export interface AuditFault {
  readonly what: Message;
  /** The transaction that it is about; null where there is none, or it cannot be read. */
  readonly entry: JournalEntry | null;
}

export interface VerifiedJournal {
  /** Null where some line is no entry. */
  readonly entries: readonly JournalEntry[] | null;
  /** The first place at which the file is not what was written; null where it is to the byte. */
  readonly fault: (AuditFault & { readonly line: number; readonly seq: number }) | null;
}

/**
 * Looks at every byte of a journal file: each line must be just what `writeJsonl` gives for its entry, hold its own
 * hash, and follow the line before. A fault is told by the entry that should stand there: `line` and `seq` from 1.
 */
export function verifyJournal(bytes: Uint8Array): VerifiedJournal {
  const job = verifyingJournal(bytes);
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

/** The same by steps, a line each. */
export function* verifyingJournal(bytes: Uint8Array): Generator<void, VerifiedJournal> {
  let fault: VerifiedJournal['fault'] = null;
  let isReadable = true;
  let head: ChainHead = EMPTY_CHAIN;
  const entries: JournalEntry[] = [];
  let line = 0;
  for (const { text, isEnded } of linesOf(bytes)) {
    line++;
    const seq = head.seq + 1;
    const entry = text === null ? null : readEntry(text);
    const code = entry ? faultOf(entry, head, text, isEnded) : 'audit.entry-unreadable';
    if (code !== null) fault ??= { what: message(code, { line, seq }), entry, line, seq };
    if (entry) entries.push(entry);
    else isReadable = false;
    head = entry ?? { seq, hash: '' };
    yield;
  }
  return { entries: isReadable ? entries : null, fault };
}

/** An entry that does not hold its own hash was changed, whatever else it does not fit. */
function faultOf(entry: JournalEntry, head: ChainHead, text: string | null, isEnded: boolean): string | null {
  const { hash, ...content } = entry;
  if (hashOf(content) !== hash) return 'audit.entry-content';
  if (entry.seq !== head.seq + 1) return 'audit.entry-sequence';
  if (entry.prevHash !== head.hash) return 'audit.entry-link';
  return isEnded && `${text}\n` === writeJsonl([entry]) ? null : 'audit.entry-spelling';
}

const LINE_FEED = 0x0a;

/** The lines of a file, without their ends; `text` is null where the bytes are no UTF-8. */
function* linesOf(bytes: Uint8Array): Generator<{ text: string | null; isEnded: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    let text: string | null;
    try {
      text = decoder.decode(bytes.subarray(start, end));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      text = null;
    }
    yield { text, isEnded: found >= 0 };
    start = end + 1;
  }
}
