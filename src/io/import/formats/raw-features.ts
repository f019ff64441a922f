import { BYTE, skipSpace, skipString, skipValue } from '../scan/json-bytes';

/**
 * The features of a FeatureCollection's bytes (`SourceLayer.geojson`), parsed one at a time so that a large layer is
 * never in memory as objects. Throws `SyntaxError` for bytes that are none.
 */
export function* rawFeatures(bytes: Uint8Array): Generator {
  let at = featuresAt(bytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  at = skipSpace(bytes, at);
  if (bytes[at] === BYTE.closeArray) return;
  for (;;) {
    const start = skipSpace(bytes, at);
    const end = skipValue(bytes, start, bytes.length);
    if (end < 0) throw new SyntaxError();
    yield JSON.parse(decoder.decode(bytes.subarray(start, end)));
    at = skipSpace(bytes, end);
    if (bytes[at] === BYTE.closeArray) return;
    if (bytes[at] !== BYTE.comma) throw new SyntaxError();
    at++;
  }
}

const FEATURES = '"features"';

/** Just after the bracket that opens the list of features. */
function featuresAt(bytes: Uint8Array): number {
  let at = skipSpace(bytes, 0);
  if (bytes[at] !== BYTE.openObject) throw new SyntaxError();
  at++;
  for (;;) {
    const name = skipSpace(bytes, at);
    if (bytes[name] !== BYTE.quote) throw new SyntaxError();
    const nameEnd = skipString(bytes, name, bytes.length);
    const colon = skipSpace(bytes, nameEnd);
    if (nameEnd < 0 || bytes[colon] !== BYTE.colon) throw new SyntaxError();
    const value = skipSpace(bytes, colon + 1);
    if (nameEnd - name === FEATURES.length && isFeatures(bytes, name)) {
      if (bytes[value] !== BYTE.openArray) throw new SyntaxError();
      return value + 1;
    }
    const end = skipValue(bytes, value, bytes.length);
    if (end < 0) throw new SyntaxError();
    at = skipSpace(bytes, end);
    if (bytes[at] !== BYTE.comma) throw new SyntaxError();
    at++;
  }
}

function isFeatures(bytes: Uint8Array, at: number): boolean {
  return Array.from(FEATURES).every((character, i) => bytes[at + i] === character.charCodeAt(0));
}
