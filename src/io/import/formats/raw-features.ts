import type { JsonValue } from '../../../domain/json';
import { BYTE, skipSpace, skipString, skipValue } from '../scan/json-bytes';

/**
 * The features of a FeatureCollection's bytes (`SourceLayer.geojson`), parsed one at a time so that a large layer is
 * never in memory as objects. Throws `SyntaxError` for bytes that are none.
 */
export function* rawFeatures(bytes: Uint8Array): Generator {
  for (const { name, at } of membersOf(bytes)) {
    if (name === 'features') {
      yield* featuresFrom(bytes, at);
      return;
    }
  }
  throw new SyntaxError();
}

/** The members of a FeatureCollection's bytes but its features. Throws `SyntaxError` for bytes that are none. */
export function rawMembers(bytes: Uint8Array): Record<string, JsonValue> {
  const members: [string, JsonValue][] = [];
  for (const { name, at } of membersOf(bytes)) {
    if (name !== 'features') members.push([name, parsed(bytes, at, skipValue(bytes, at, bytes.length))]);
  }
  return Object.fromEntries(members);
}

function* featuresFrom(bytes: Uint8Array, opening: number): Generator {
  if (bytes[opening] !== BYTE.openArray) throw new SyntaxError();
  let at = skipSpace(bytes, opening + 1);
  if (bytes[at] === BYTE.closeArray) return;
  for (;;) {
    const start = skipSpace(bytes, at);
    const end = skipValue(bytes, start, bytes.length);
    yield parsed(bytes, start, end);
    at = skipSpace(bytes, end);
    if (bytes[at] === BYTE.closeArray) return;
    if (bytes[at] !== BYTE.comma) throw new SyntaxError();
    at++;
  }
}

/** The names of a JSON object's members, each with the place of its value. */
function* membersOf(bytes: Uint8Array): Generator<{ readonly name: string; readonly at: number }> {
  let at = skipSpace(bytes, 0);
  if (bytes[at] !== BYTE.openObject) throw new SyntaxError();
  do {
    const start = skipSpace(bytes, at + 1);
    if (bytes[start] !== BYTE.quote) throw new SyntaxError();
    const end = skipString(bytes, start, bytes.length);
    const colon = skipSpace(bytes, end);
    if (end < 0 || bytes[colon] !== BYTE.colon) throw new SyntaxError();
    const value = skipSpace(bytes, colon + 1);
    yield { name: parsed(bytes, start, end) as string, at: value };
    const after = skipValue(bytes, value, bytes.length);
    if (after < 0) throw new SyntaxError();
    at = skipSpace(bytes, after);
  } while (bytes[at] === BYTE.comma);
  if (bytes[at] !== BYTE.closeObject) throw new SyntaxError();
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Uint8Array, start: number, end: number): JsonValue {
  if (end < 0) throw new SyntaxError();
  return JSON.parse(decoder.decode(bytes.subarray(start, end))) as JsonValue;
}
