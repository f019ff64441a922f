import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Message } from '../../domain/message';
import type { PlanDiff } from '../../domain/plan-diff';

/** One transaction, bound to the one before it by `prevHash`. */
export interface JournalEntry {
  /** 1 for the first, then without a gap. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly label: Message;
  readonly diff: PlanDiff;
  readonly prevHash: string;
  /** SHA-256 (hex) of the canonical JSON (RFC 8785) of the entry without its `hash`. */
  readonly hash: string;
}

/** The end of a chain: what the next entry is bound to. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first entry. */
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** The first entry at which a chain does not hold, and why. */
export interface ChainFault {
  readonly seq: number;
  /** Of the entry in the list, from 0. */
  readonly index: number;
  /** `sequence`: a number is missing or out of order; `link`: not bound to the one before; `content`: changed. */
  readonly reason: 'sequence' | 'link' | 'content';
}

/** SHA-256 (hex) of an entry's canonical JSON; throws where it is no JSON. */
export function hashOf(entry: Omit<JournalEntry, 'hash'>): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(entry) ?? '')));
}

/** The entry for a transaction that follows `head`. Throws where the diff is no JSON (a number that is not finite). */
export function makeEntry(
  head: ChainHead,
  { at, actor, label, diff }: Pick<JournalEntry, 'at' | 'actor' | 'label' | 'diff'>,
): JournalEntry {
  const entry = { seq: head.seq + 1, at, actor, label, diff, prevHash: head.hash };
  return { ...entry, hash: hashOf(entry) };
}

export function headOf(entries: readonly JournalEntry[], start: ChainHead = EMPTY_CHAIN): ChainHead {
  return entries.at(-1) ?? start;
}

/** Looks at every entry in order; null if the chain from `start` holds. */
export function verifyChain(
  entries: readonly JournalEntry[],
  start: ChainHead = EMPTY_CHAIN,
): ChainFault | null {
  let head = start;
  for (const [index, entry] of entries.entries()) {
    const { hash, ...content } = entry;
    if (entry.seq !== head.seq + 1) return { seq: entry.seq, index, reason: 'sequence' };
    if (entry.prevHash !== head.hash) return { seq: entry.seq, index, reason: 'link' };
    if (hashOf(content) !== hash) return { seq: entry.seq, index, reason: 'content' };
    head = entry;
  }
  return null;
}
