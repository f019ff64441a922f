import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes hashed at one go. */
const CHUNK = 1 << 20;

/** SHA-256 (hex) of a file. */
export function fileHash(path: string): string {
  const hash = createHash('sha256');
  const piece = new Uint8Array(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let count = 1; count > 0;) {
      count = readSync(file, piece);
      hash.update(piece.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
