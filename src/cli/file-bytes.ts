import { existsSync, closeSync, openSync, readSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ByteSource } from '../io/import/byte-source';
import { fileHash } from './file-hash';

const THREAD = new URL('./hash-thread.mjs', import.meta.url);

/**
 * A file of `size` bytes, read piece by piece as it is asked for, and again; it is never open in between. Hashed on
 * another thread, where the thread's script is (not where the command line runs from its sources).
 */
export function fileBytes(path: string, size: number, thread = THREAD): ByteSource {
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
    hash: () => (existsSync(thread) ? hashedIn(thread, path) : Promise.resolve(fileHash(path))),
  };
}

function hashedIn(thread: URL, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: path });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}
