import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readFully, sourceOf, type ByteSource } from './byte-source';
import type { Pace } from './pace';

/** Bytes hashed between two looks at the clock: some milliseconds of work. */
const HASH_CHUNK = 1 << 20;

/** More than this is not brought into memory just to be hashed, nor given to the browser at one go. */
const MOST_IN_MEMORY = 1 << 30;

/**
 * The source, in memory where the browser's own hash wants it there and `isForOthers` does not say that most of it is
 * read elsewhere, and SHA-256 (hex) of its bytes: under way on another thread where this context has one for it
 * (secure pages, Node), else computed here, in slices.
 */
export async function hashed(
  source: ByteSource,
  pace: Pace,
  isForOthers = false,
): Promise<{ source: ByteSource; hash: Promise<string> }> {
  if (source.hash) return { source, hash: handled(source.hash()) };
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (subtle && source.size <= MOST_IN_MEMORY) {
    const bytes = isForOthers ? gathered(source) : readFully(source);
    const hash = bytes
      .then((all) => subtle.digest('SHA-256', all))
      .then((digest) => bytesToHex(new Uint8Array(digest)));
    return { source: isForOthers ? source : sourceOf(await bytes), hash: handled(hash) };
  }
  const hash = sha256.create();
  for (let at = 0; at < source.size;) {
    const piece = await source.read(at, Math.min(source.size, at + HASH_CHUNK));
    hash.update(piece);
    at += piece.length;
    if (pace.isDue) await pace.rest(0, 0);
  }
  return { source, hash: Promise.resolve(bytesToHex(hash.digest())) };
}

/** As `readFully`, piece by piece, so that others who read the same file do not wait for all of it. */
async function gathered(source: ByteSource): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(source.size);
  for (let at = 0; at < all.length;) {
    const piece = await source.read(at, Math.min(all.length, at + HASH_CHUNK));
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** A promise that may fail unheard while something else fails first. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
