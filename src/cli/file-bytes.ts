import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../io/import/byte-source';

/** Bytes read at one go to be hashed. */
const HASH_CHUNK = 1 << 20;

/** A file of `size` bytes, read piece by piece as it is asked for, and again; it is never open in between. */
export function fileBytes(path: string, size: number): ByteSource {
  const readInto = (target: Uint8Array, start: number): number => {
    const file = openSync(path, 'r');
    try {
      const count = readSync(file, target, 0, target.length, start);
      if (count === 0) throw new Error(`${path} has become shorter while it was read`);
      return count;
    } finally {
      closeSync(file);
    }
  };
  return {
    size,
    readInto,
    read(start, end) {
      const bytes = new Uint8Array(end - start);
      return bytes.subarray(0, readInto(bytes, start));
    },
    hash() {
      const hash = createHash('sha256');
      const piece = new Uint8Array(HASH_CHUNK);
      for (let at = 0; at < size;) {
        const count = readInto(piece.subarray(0, Math.min(HASH_CHUNK, size - at)), at);
        hash.update(piece.subarray(0, count));
        at += count;
      }
      return Promise.resolve(hash.digest('hex'));
    },
  };
}
