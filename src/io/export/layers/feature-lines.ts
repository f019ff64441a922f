import type { ExportFeature } from '../geojson-file';

/** Features in one piece of bytes. */
const PIECE = 2000;

/** Features as GeoJSON in UTF-8, each ended by a line break, in pieces: as they are handed from thread to thread. */
export function* linesOf(features: Iterable<ExportFeature>): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let lines: string[] = [];
  for (const { id, geometry, properties } of features) {
    const named = id === undefined ? {} : { id };
    lines.push(`${JSON.stringify({ type: 'Feature', ...named, geometry, properties })}\n`);
    if (lines.length < PIECE) continue;
    yield encoder.encode(lines.join(''));
    lines = [];
  }
  if (lines.length > 0) yield encoder.encode(lines.join(''));
}

/** The features in pieces of lines, read anew each time that they are gone through. */
export function featuresIn(pieces: readonly Uint8Array[]): Iterable<ExportFeature> {
  return { [Symbol.iterator]: () => readLines(pieces) };
}

function* readLines(pieces: readonly Uint8Array[]): Generator<ExportFeature> {
  const decoder = new TextDecoder();
  for (const piece of pieces) {
    for (const line of decoder.decode(piece).split('\n')) {
      if (line !== '') yield JSON.parse(line) as ExportFeature;
    }
  }
}
