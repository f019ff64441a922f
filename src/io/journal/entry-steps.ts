import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { ChainHead, JournalEntry } from './journal';

/** Down to here an entry is written piece by piece: its members, the lists of its diff, and their records. */
const DEPTH = 3;

/**
 * The entry of `makeEntry`, in small steps: a decision on thousands of conflicts is one transaction. Throws where the
 * diff is no JSON.
 */
export function* entrySteps(
  head: ChainHead,
  { at, actor, label, diff }: Pick<JournalEntry, 'at' | 'actor' | 'label' | 'diff'>,
): Generator<void, JournalEntry> {
  const entry = { seq: head.seq + 1, at, actor, label, diff, prevHash: head.hash };
  const hash = sha256.create();
  for (const piece of canonicalPieces(entry, DEPTH)) {
    hash.update(utf8ToBytes(piece));
    yield;
  }
  return { ...entry, hash: bytesToHex(hash.digest()) };
}

/** Canonical JSON (RFC 8785) in pieces. */
function* canonicalPieces(value: unknown, depth: number): Generator<string, void> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield canonicalize(value) ?? 'null';
    return;
  }
  const isList = Array.isArray(value);
  const members: readonly (readonly [key: string, value: unknown])[] = isList
    ? value.map((each: unknown) => ['', each] as const)
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1));
  yield isList ? '[' : '{';
  for (const [index, [key, each]] of members.entries()) {
    yield `${index > 0 ? ',' : ''}${isList ? '' : `${JSON.stringify(key)}:`}`;
    yield* canonicalPieces(each, depth - 1);
  }
  yield isList ? ']' : '}';
}
