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

  private readonly alone = new Float64Array(1);

  /** The number that begins at `start`; NaN if none does. */
  read(bytes: Uint8Array, start: number): number {
    const end = this.readInto(bytes, start, this.alone, 0);
    if (end < 0) return NaN;
    this.end = end;
    return this.alone[0]!;
  }

  /**
   * Writes the number that begins at `start` to `target[index]` and gives where it ends; -1 if none does.
   * So no number is handed over as an object, as doubles that functions return are.
   */
  readInto(bytes: Uint8Array, start: number, target: Float64Array, index: number): number {
    let at = start;
    let byte = bytes[at]!;
    const isNegative = byte === BYTE.minus;
    if (isNegative) byte = bytes[++at]!;
    if (byte < 48 || byte > 57) return -1;
    const firstDigit = at;
    let whole = 0;
    do {
      whole = (whole * 10 + (byte - 48)) | 0;
      byte = bytes[++at]!;
    } while (byte >= 48 && byte <= 57);
    const wholeDigits = at - firstDigit;
    if (wholeDigits > 9 || (wholeDigits > 1 && bytes[firstDigit] === BYTE.zero))
      return this.odd(bytes, start, target, index);
    let value = whole;
    if (byte === BYTE.dot) {
      const nine = ninePlaces(bytes, at + 1);
      if (nine >= 0 && whole < 1e6) {
        value = (whole * 1e9 + nine) / 1e9;
        target[index] = isNegative ? -value : value;
        return at + 10;
      }
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
        if (byte >= 48 && byte <= 57) return this.odd(bytes, start, target, index);
      }
      if (count === 0 || digits > MAX_EXACT) return this.odd(bytes, start, target, index);
      value = digits / POWERS[count]!;
    }
    if (byte === 0x65 || byte === 0x45) return this.odd(bytes, start, target, index);
    // Beyond a million, nine places come near the precision of doubles.
    if (whole >= 1e6) this.isFine = true;
    target[index] = isNegative ? -value : value;
    return at;
  }

  private odd(bytes: Uint8Array, start: number, target: Float64Array, index: number): number {
    this.isFine = true;
    let end = start;
    let text = '';
    for (let byte = bytes[end]!; isOfNumber(byte); byte = bytes[++end]!) text += String.fromCharCode(byte);
    if (!GRAMMAR.test(text)) return -1;
    target[index] = Number(text);
    return end;
  }
}

/**
 * Nine digits as a number, where just nine stand there and no exponent follows, as most coordinates have them; else -1.
 * All digits are looked at by one comparison: `d | (9 - d)` is negative where d is none.
 */
function ninePlaces(bytes: Uint8Array, at: number): number {
  const a = bytes[at]! - 48;
  const b = bytes[at + 1]! - 48;
  const c = bytes[at + 2]! - 48;
  const d = bytes[at + 3]! - 48;
  const e = bytes[at + 4]! - 48;
  const f = bytes[at + 5]! - 48;
  const g = bytes[at + 6]! - 48;
  const h = bytes[at + 7]! - 48;
  const i = bytes[at + 8]! - 48;
  const next = bytes[at + 9]!;
  const odd = a | (9 - a) | b | (9 - b) | c | (9 - c) | d | (9 - d) | e | (9 - e) | f | (9 - f);
  if ((odd | g | (9 - g) | h | (9 - h) | i | (9 - i)) < 0) return -1;
  if ((next >= 48 && next <= 57) || next === 0x65 || next === 0x45) return -1;
  return (a * 100 + b * 10 + c) * 1_000_000 + (d * 100 + e * 10 + f) * 1000 + (g * 100 + h * 10 + i);
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
