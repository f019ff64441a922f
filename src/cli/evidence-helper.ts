import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fillGaps, type GappedPiece } from '../engine/evidence-gaps';

/** A thread that writes evidence into pieces while this one makes the next. */
export interface EvidenceHelper {
  /** Pieces are done in the order in which they are given. */
  fill(piece: GappedPiece): Promise<void>;
  end(): Promise<void>;
}

interface Waiting {
  readonly piece: GappedPiece;
  readonly done: () => void;
}

/** Null where the worker's script is not there, as where the command line runs from its sources. */
export function startEvidenceHelper(
  script = new URL('./evidence-worker.mjs', import.meta.url),
): EvidenceHelper | null {
  if (!existsSync(script)) return null;
  const worker = new Worker(script);
  let waiting: Waiting[] = [];
  let hasFailed = false;
  worker.on('message', () => waiting.shift()?.done());
  // What a thread cannot do for us we do ourselves: what is written twice is the same.
  const takeOver = () => {
    hasFailed = true;
    const left = waiting;
    waiting = [];
    for (const { piece, done } of left) {
      fillGaps(piece);
      done();
    }
  };
  worker.on('error', takeOver);
  worker.on('exit', takeOver);
  return {
    async fill(piece) {
      if (hasFailed) {
        fillGaps(piece);
        return;
      }
      await new Promise<void>((done) => {
        waiting.push({ piece, done });
        worker.postMessage(piece);
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}
