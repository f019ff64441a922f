import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';

/** Where the command line writes; tests give their own. */
export interface Streams {
  readonly out: Writable;
  readonly error: Writable;
}

/**
 * Writes pieces of text as fast as the reader takes them: to `file`, or to standard output (left open). A piece is
 * written while the next is made, and is not needed any more once the one after that is asked for. A reader that has
 * had enough (`| head`) gets no more, and nothing went wrong.
 */
export async function writeText(
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  file: string | null,
  streams: Streams,
): Promise<void> {
  try {
    await writeAll(pieces, file, streams);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

async function writeAll(
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  file: string | null,
  streams: Streams,
): Promise<void> {
  const target = file === null ? streams.out : createWriteStream(file);
  // Each write tells of its own failure; the event would end the process.
  target.on('error', () => undefined);
  let written: Promise<void> = Promise.resolve();
  for await (const piece of pieces) {
    await written;
    written = writeTo(target, piece);
    // Looked at when the next piece is there; until then a failure is nobody's.
    written.catch(() => undefined);
  }
  await written;
  if (file !== null) await ended(target);
}

function writeTo(target: Writable, piece: string | Uint8Array): Promise<void> {
  return settled((done) => target.write(piece, done));
}

function ended(target: Writable): Promise<void> {
  return settled((done) => target.end(done));
}

function settled(tell: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    tell((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
