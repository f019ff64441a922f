import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLOCK_WORDS,
  DIGEST_WORDS,
  PADDING_WORDS,
  beginDigest,
  digestWords,
  hexOfDigest,
  padWords,
  takeBlock,
  wordsOfBytes,
} from '../../../src/engine/sha256-words';

const message = fc
  .nat({ max: 70 })
  .chain((words) => fc.uint8Array({ minLength: 4 * words, maxLength: 4 * words }));

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Where something else stands behind the message. */
function roomFor(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(bytes.length / 4 + PADDING_WORDS).fill(-1);
  words.set(wordsOfBytes(bytes));
  return words;
}

describe('SHA-256 of words', () => {
  it('is that of their bytes', () => {
    fc.assert(
      fc.property(message, (bytes) => {
        const digest = new Int32Array(DIGEST_WORDS);
        digestWords(roomFor(bytes), bytes.length / 4, digest);
        expect(hexOfDigest(digest)).toBe(sha256(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('can be gone on with from a block on', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 64, maxLength: 64 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (first, second) => {
          const bytes = Uint8Array.of(...first, ...second);
          const words = roomFor(bytes);
          expect(padWords(words, bytes.length / 4)).toBe(2 * BLOCK_WORDS);
          const digest = new Int32Array(DIGEST_WORDS);
          beginDigest(digest);
          takeBlock(digest, words, 0);
          const goneOn = digest.slice();
          takeBlock(goneOn, words, BLOCK_WORDS);
          expect(hexOfDigest(goneOn)).toBe(sha256(bytes));
        },
      ),
    );
  });
});
