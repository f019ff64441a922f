import type { TextEncoding } from './source-layer';

/** One reading of the texts of a file. */
export interface EncodingCandidate {
  /** A label of the WHATWG Encoding Standard. */
  readonly name: string;
  /** 0 to 1: how much of what is not ASCII comes out as characters that are in common use. */
  readonly likelihood: number;
  /** A few of the texts, read this way. */
  readonly samples: readonly string[];
}

const MOST_SAMPLES = 8;

/** What Chinese offices write, and the encoding that any bytes can be read in. */
const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'windows-1252'] as const;

/** Whether any byte is beyond ASCII, so that the encoding matters. */
export function isBeyondAscii(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

/**
 * The encodings in which texts can be read, the likeliest first; the end of a text may be cut within a character.
 * GB18030 and Big5 share most of their bytes: what tells them apart is that running text uses the characters of the
 * first plane of each (GB 2312 level 1: lead bytes B0–D7; Big5 level 1: A4–C6), which the other reads as rare ones.
 */
export function encodingCandidates(texts: readonly Uint8Array[]): readonly EncodingCandidate[] {
  const telling = texts.filter(isBeyondAscii);
  return ENCODINGS.flatMap((name) => {
    const samples = telling.slice(0, MOST_SAMPLES).map((text) => new TextDecoder(name).decode(text).trim());
    const likelihood = likelihoodOf(name, telling);
    return likelihood === null ? [] : [{ name, likelihood, samples }];
  }).sort((a, b) => b.likelihood - a.likelihood);
}

/** Less likely than this, a reading that the file itself claims is doubted. */
const DOUBTFUL = 0.5;
/** More likely than this, another reading is taken instead. */
const LIKELY = 0.85;

/**
 * The encoding of texts, given what the file itself claims, or null. A claim is believed unless the texts come out as
 * rubbish and another reading makes sense: files are often saved anew by programs that leave a wrong claim behind.
 */
export function chooseEncoding(
  texts: readonly Uint8Array[],
  claimed: string | null,
): { readonly encoding: TextEncoding; readonly candidates: readonly EncodingCandidate[] } {
  if (!texts.some(isBeyondAscii))
    return { encoding: { name: claimed ?? 'utf-8', sure: true }, candidates: [] };
  const candidates = encodingCandidates(texts);
  const best = candidates[0]!;
  if (claimed !== null) {
    const likelihood = likelihoodOf(claimed, texts.filter(isBeyondAscii)) ?? 0;
    if (likelihood >= DOUBTFUL || best.likelihood < LIKELY) {
      return { encoding: { name: claimed, sure: true }, candidates };
    }
  }
  const rivals = candidates.slice(1).filter(({ likelihood }) => likelihood >= DOUBTFUL);
  const sure = claimed === null && best.likelihood >= LIKELY && rivals.length === 0;
  return { encoding: { name: best.name, sure }, candidates };
}

/** Null where the texts cannot be in that encoding. */
function likelihoodOf(name: string, texts: readonly Uint8Array[]): number | null {
  let all = 0;
  let common = 0;
  for (const text of texts) {
    // In the manner of a stream, so that a character cut off at the end is no fault.
    const decoded = tryDecode(name, text);
    if (decoded === null) return null;
    if (name === 'gb18030' || name === 'big5') {
      const counted = countPairs(text, name === 'gb18030' ? isCommonGb : isCommonBig5);
      all += counted.all;
      common += counted.common;
    } else {
      for (const character of decoded) {
        const code = character.codePointAt(0)!;
        if (code < 0x80) continue;
        all++;
        if (isEastAsian(code)) common++;
      }
    }
  }
  return all === 0 ? 0 : common / all;
}

function tryDecode(name: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true });
  } catch (error) {
    // TypeError: bytes that are not of the encoding; RangeError: a name of no encoding.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function countPairs(
  bytes: Uint8Array,
  isCommon: (lead: number, trail: number) => boolean,
): { all: number; common: number } {
  let all = 0;
  let common = 0;
  for (let at = 0; at + 1 < bytes.length;) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    all++;
    if (isCommon(bytes[at]!, bytes[at + 1]!)) common++;
    at += 2;
  }
  return { all, common };
}

/** GB 2312: symbols and full-width letters, and the 3755 characters of level 1. */
function isCommonGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));
}

/** Big5: symbols, and the 5401 characters of level 1. */
function isCommonBig5(lead: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6;
}

/** Chinese, Japanese and Korean blocks, full-width forms, and general punctuation. */
function isEastAsian(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2000 && code <= 0x22ff) || code === 0xb7;
}
