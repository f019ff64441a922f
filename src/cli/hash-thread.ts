import { parentPort, workerData } from 'node:worker_threads';
import { fileHash } from './file-hash';

/** Tells the hash of the file whose path it is given. */
parentPort?.postMessage(fileHash(workerData as string));
