import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';

/** Where the command line writes; tests give their own. */
export interface Streams {
  readonly out: Writable;
  readonly error: Writable;
}

/** Writes pieces of text as fast as the reader takes them: to `file`, or to standard output (left open). */
export async function writeText(
  pieces: Iterable<string | Uint8Array>,
  file: string | null,
  streams: Streams,
): Promise<void> {
  const text = Readable.from(pieces);
  if (file === null) await pipeline(text, streams.out, { end: false });
  else await pipeline(text, createWriteStream(file));
}
