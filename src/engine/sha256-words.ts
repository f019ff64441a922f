/**
 * SHA-256 (FIPS 180-4) of whole words of 32 bits, high byte first, on arrays that are used again: for the millions of
 * short digests of which evidence is made, where asking a library or the platform costs more than the digest.
 * What is hashed once, and anything in bytes, goes through the library.
 */

/** Words of a digest. */
export const DIGEST_WORDS = 8;
/** Words of a block, the portion that is taken in at one go. */
export const BLOCK_WORDS = 16;
/** Words that padding adds to a message at most: the end mark, a rest of zeros, the length in two words. */
export const PADDING_WORDS = BLOCK_WORDS + 2;

/** First 32 bits of the fractional parts of the square roots of the first 8 primes: where a digest begins. */
const INITIAL = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

/** The same of the cube roots of the first 64 primes. */
// prettier-ignore
const ROUND = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);

/** The words of a block and those that are made of them. */
const schedule = new Int32Array(64);

export function beginDigest(digest: Int32Array): void {
  digest.set(INITIAL);
}

/** Takes the 16 words from `at` on into a digest. */
export function takeBlock(digest: Int32Array, words: Int32Array, at: number): void {
  for (let i = 0; i < BLOCK_WORDS; i++) schedule[i] = words[at + i]!;
  for (let i = BLOCK_WORDS; i < 64; i++) {
    const x = schedule[i - 15]!;
    const y = schedule[i - 2]!;
    const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[i] = (schedule[i - 16]! + sigma0 + schedule[i - 7]! + sigma1) | 0;
  }
  let a = digest[0]!;
  let b = digest[1]!;
  let c = digest[2]!;
  let d = digest[3]!;
  let e = digest[4]!;
  let f = digest[5]!;
  let g = digest[6]!;
  let h = digest[7]!;
  for (let i = 0; i < 64; i++) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = g ^ (e & (f ^ g));
    const t1 = (h + sum1 + choice + ROUND[i]! + schedule[i]!) | 0;
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) ^ (c & (a ^ b));
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + sum0 + majority) | 0;
  }
  digest[0]! += a;
  digest[1]! += b;
  digest[2]! += c;
  digest[3]! += d;
  digest[4]! += e;
  digest[5]! += f;
  digest[6]! += g;
  digest[7]! += h;
}

/**
 * Puts behind the last `count` words of a message, before which `before` words were taken in as blocks, what ends it,
 * and tells how many words there are then: whole blocks. There must be room for `PADDING_WORDS` more.
 */
export function padWords(words: Int32Array, count: number, before = 0): number {
  const end = BLOCK_WORDS * Math.ceil((count + 3) / BLOCK_WORDS);
  words[count] = 0x80000000;
  words.fill(0, count + 1, end - 1);
  words[end - 1] = 32 * (before + count);
  return end;
}

/** SHA-256 of the first `count` words, which are padded (`padWords`). */
export function digestWords(words: Int32Array, count: number, digest: Int32Array): void {
  const end = padWords(words, count);
  beginDigest(digest);
  for (let at = 0; at < end; at += BLOCK_WORDS) takeBlock(digest, words, at);
}

/** Whole words as they stand in bytes, high byte first. */
export function wordsOfBytes(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.length / 4 }, (_, i) => view.getInt32(4 * i));
}

/** Both digits of a byte in hexadecimal, as two bytes of text. */
const HEX = Uint16Array.from({ length: 256 }, (_, byte) => {
  const text = byte.toString(16).padStart(2, '0');
  return (text.charCodeAt(0) << 8) | text.charCodeAt(1);
});

/** Words as hexadecimal text at a place, 8 bytes each. */
export function writeHex(view: DataView, at: number, words: Int32Array): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const to = at + 8 * i;
    view.setUint16(to, HEX[word >>> 24]!);
    view.setUint16(to + 2, HEX[(word >>> 16) & 0xff]!);
    view.setUint16(to + 4, HEX[(word >>> 8) & 0xff]!);
    view.setUint16(to + 6, HEX[word & 0xff]!);
  }
}

/** The characters of a digest. */
const characters: number[] = new Array<number>(8 * DIGEST_WORDS).fill(0);

/** A digest as hexadecimal text. */
export function hexOfDigest(digest: Int32Array): string {
  for (let i = 0; i < DIGEST_WORDS; i++) {
    const word = digest[i]!;
    for (let byte = 0; byte < 4; byte++) {
      const hex = HEX[(word >>> (24 - 8 * byte)) & 0xff]!;
      characters[8 * i + 2 * byte] = hex >> 8;
      characters[8 * i + 2 * byte + 1] = hex & 0xff;
    }
  }
  // At one go: adding text to text makes a tree of it first.
  return String.fromCharCode(...characters);
}
