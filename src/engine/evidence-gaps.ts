import { finishEvidence } from './evidence';
import { DIGEST_WORDS, writeHex } from './sha256-words';

/**
 * A piece of the conflicts' JSON in which evidence is still to be written, and what it is made of: nothing but numbers,
 * so that another thread can do it while this one makes the next piece.
 */
export interface GappedPiece {
  readonly bytes: Uint8Array;
  /** Of each gap: where it begins, the number of its series, the digest of the object. */
  readonly gaps: Int32Array;
  /** Of each series: its digest as begun with rule and subject (`EvidenceSeries`). */
  readonly series: Int32Array;
}

/** Characters of evidence. */
export const EVIDENCE_LENGTH = 8 * DIGEST_WORDS;

const GAP = 2 + DIGEST_WORDS;

/** Notes the gaps of a piece, in arrays that grow as needed and are used again. */
export class GapList {
  private gaps: Int32Array = new Int32Array(256 * GAP);
  private gapCount = 0;
  private series: Int32Array = new Int32Array(16 * DIGEST_WORDS);
  private seriesCount = 0;

  /** Gaps from here on are of this series. */
  beginSeries(begun: Int32Array): void {
    const at = DIGEST_WORDS * this.seriesCount++;
    if (at === this.series.length) this.series = twiceAsLong(this.series);
    this.series.set(begun, at);
  }

  add(at: number, objectDigest: Int32Array): void {
    const from = GAP * this.gapCount++;
    if (from === this.gaps.length) this.gaps = twiceAsLong(this.gaps);
    const { gaps } = this;
    gaps[from] = at;
    gaps[from + 1] = this.seriesCount - 1;
    for (let i = 0; i < DIGEST_WORDS; i++) gaps[from + 2 + i] = objectDigest[i]!;
  }

  /** The gaps since the last piece. */
  take(bytes: Uint8Array): GappedPiece {
    const piece = {
      bytes,
      gaps: this.gaps.slice(0, GAP * this.gapCount),
      series: this.series.slice(0, DIGEST_WORDS * this.seriesCount),
    };
    this.gapCount = 0;
    this.seriesCount = 0;
    return piece;
  }
}

function twiceAsLong(array: Int32Array): Int32Array {
  const longer = new Int32Array(2 * array.length);
  longer.set(array);
  return longer;
}

const begun = new Int32Array(DIGEST_WORDS);
const object = new Int32Array(DIGEST_WORDS);
const evidence = new Int32Array(DIGEST_WORDS);

/** Writes the evidence into a piece. */
export function fillGaps({ bytes, gaps, series }: GappedPiece): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 0; from < gaps.length; from += GAP) {
    const first = DIGEST_WORDS * gaps[from + 1]!;
    for (let i = 0; i < DIGEST_WORDS; i++) {
      begun[i] = series[first + i]!;
      object[i] = gaps[from + 2 + i]!;
    }
    finishEvidence(begun, object, evidence);
    writeHex(view, gaps[from]!, evidence);
  }
}
