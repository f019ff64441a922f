import { parentPort } from 'node:worker_threads';
import { fillGaps, type GappedPiece } from '../engine/evidence-gaps';

/** Writes evidence into the pieces that it is sent, which lie in shared memory, and tells after each. */
parentPort?.on('message', (piece: GappedPiece) => {
  fillGaps(piece);
  parentPort?.postMessage(null);
});
