import { BYTE } from './json-bytes';

/** 10 to the power of the index: exact in a double up to 22. */
const POWERS = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

const GRAMMAR = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Integers up to this are exact in a double. */
const MAX_EXACT = Number.MAX_SAFE_INTEGER;

/**
 * Reads JSON numbers from bytes; the value is the very double that `Number(text)` is.
 *
 * The digits m of a decimal with f places are gathered as integers. Where m ≤ 2^53 and f ≤ 15, both m and 10^f are
 * exact doubles and one division rounds once, hence correctly (W. D. Clinger, How to read floating point numbers
 * accurately, PLDI 1990). All else, exponents too, is left to `Number`.
 */
export class DecimalReader {
  /** Just after the number that was read last. */
  end = 0;
  /** Set where a number had more than nine decimal places, or may have had; for the caller to clear. */
  isFine = false;

  /** The number that begins at `start`; NaN if none does. */
  read(bytes: Uint8Array, start: number): number {
    let at = start;
    let byte = bytes[at]!;
    const isNegative = byte === BYTE.minus;
    if (isNegative) byte = bytes[++at]!;
    if (byte < 48 || byte > 57) return NaN;
    const firstDigit = at;
    let whole = 0;
    do {
      whole = (whole * 10 + (byte - 48)) | 0;
      byte = bytes[++at]!;
    } while (byte >= 48 && byte <= 57);
    const wholeDigits = at - firstDigit;
    if (wholeDigits > 9 || (wholeDigits > 1 && bytes[firstDigit] === BYTE.zero))
      return this.odd(bytes, start);
    let value = whole;
    if (byte === BYTE.dot) {
      const firstPlace = at + 1;
      const ninthPlace = at + 9;
      let places = 0;
      byte = bytes[++at]!;
      while (byte >= 48 && byte <= 57 && at <= ninthPlace) {
        places = (places * 10 + (byte - 48)) | 0;
        byte = bytes[++at]!;
      }
      let count = at - firstPlace;
      let digits = whole * POWERS[count]! + places;
      if (byte >= 48 && byte <= 57) {
        this.isFine = true;
        while (byte >= 48 && byte <= 57 && count < 15) {
          digits = digits * 10 + (byte - 48);
          byte = bytes[++at]!;
          count++;
        }
        if (byte >= 48 && byte <= 57) return this.odd(bytes, start);
      }
      if (count === 0 || digits > MAX_EXACT) return this.odd(bytes, start);
      value = digits / POWERS[count]!;
    }
    if (byte === 0x65 || byte === 0x45) return this.odd(bytes, start);
    // Beyond a million, nine places come near the precision of doubles.
    if (whole >= 1e6) this.isFine = true;
    this.end = at;
    return isNegative ? -value : value;
  }

  private odd(bytes: Uint8Array, start: number): number {
    this.isFine = true;
    let end = start;
    let text = '';
    for (let byte = bytes[end]!; isOfNumber(byte); byte = bytes[++end]!) text += String.fromCharCode(byte);
    if (!GRAMMAR.test(text)) return NaN;
    this.end = end;
    return Number(text);
  }
}

/** Digits, `.`, `+`, `-`, `e` and `E`. */
function isOfNumber(byte: number): boolean {
  return (
    (byte >= 48 && byte <= 57) ||
    byte === 0x2e ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x65 ||
    byte === 0x45
  );
}
