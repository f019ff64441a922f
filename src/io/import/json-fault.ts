import { ByteWindow, readFully, type ByteSource } from './byte-source';
import { JsonWalk } from './json-walk';
import type { Pace } from './pace';

/** Where a text stops being JSON, for the words of an error message. Lines and columns count from 1. */
export interface JsonFault {
  readonly kind: 'truncated' | 'not-a-number' | 'unexpected';
  readonly line: number;
  /** In UTF-16 code units. */
  readonly column: number;
  /** What stands there: at most 20 characters, empty at the end of the text. */
  readonly found: string;
}

const NOT_A_NUMBER = /^-?(?:NaN|nan|Infinity|inf)$/;
const NEWLINE = 0x0a;

/** Bytes after a fault that are looked at for what stands there. */
const FOUND_BYTES = 1 << 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Finds the first fault of a text that `JSON.parse` refused (RFC 8259), because browsers word and place it
 * differently. Null if the text is JSON after all.
 */
export function findJsonFault(text: string): JsonFault | null {
  const bytes = encoder.encode(`${text}\u0000`);
  const length = bytes.length - 1;
  const walk = new JsonWalk();
  if (walk.go(bytes, length, true) === 'sound') return null;
  const place = new Place();
  place.pass(bytes, 0, walk.at);
  return faultAt(place, bytes.subarray(walk.at, Math.min(length, walk.at + FOUND_BYTES)));
}

/** The same for UTF-8 of any length. A byte order mark at its start says nothing. */
export async function findFaultIn(source: ByteSource, pace: Pace): Promise<JsonFault | null> {
  const window = new ByteWindow(source);
  const walk = new JsonWalk();
  const place = new Place();
  await window.refill();
  if (window.bytes[0] === 0xef && window.bytes[1] === 0xbb && window.bytes[2] === 0xbf) window.at = 3;
  for (;;) {
    walk.at = window.at;
    const end = walk.go(window.bytes, window.length, window.isLast);
    if (end === 'sound') return null;
    place.pass(window.bytes, window.at, walk.at);
    window.at = walk.at;
    if (end === 'fault') break;
    await window.refill();
    if (pace.isDue) await pace.rest(window.offset, source.size);
  }
  const { offset } = window;
  return faultAt(place, await readFully(source, offset, Math.min(source.size, offset + FOUND_BYTES)));
}

/** Counts lines and columns. */
class Place {
  line = 1;
  column = 1;

  pass(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === NEWLINE) {
        this.line++;
        this.column = 1;
      } else if ((byte & 0xc0) !== 0x80) this.column += byte >= 0xf0 ? 2 : 1;
    }
  }
}

/** The fault at a place, before these bytes. */
function faultAt({ line, column }: Place, bytes: Uint8Array): JsonFault {
  const text = decoder.decode(bytes);
  const found = /^(?:-?[A-Za-z_$][\w$]*|\S)/.exec(text.slice(0, 20))?.[0] ?? '';
  const kind = text.trim() === '' ? 'truncated' : NOT_A_NUMBER.test(found) ? 'not-a-number' : 'unexpected';
  return { kind, line, column, found };
}
