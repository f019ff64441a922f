type Numbers = Uint8Array | Uint32Array | Float64Array;

/** How much of a file has been read: columns that grow ask it how long they will become. */
export class Outlook {
  /** 0 to 1; 0 where it is not known. */
  share = 0;

  /** A guess at the final length of what has `length` items now, rather too long; 0 where none can be made. */
  expected(length: number): number {
    return this.share > 0.001 ? Math.ceil((length / this.share) * 1.06) + 64 : 0;
  }
}

/** A copy of the array with room for at least `least` items. Memory that is never written to costs next to nothing. */
export function grown<T extends Numbers>(array: T, least: number, outlook: Outlook): T {
  const expected = outlook.expected(least);
  const size = Math.max(least, Math.ceil(array.length * (expected > 0 ? 1.06 : 1.5)), expected);
  const make = array.constructor as new (size: number) => T;
  const next = new make(size);
  next.set(array);
  return next;
}

/** The first `length` items: the same memory where little is left over, else a copy. */
export function fitted<T extends Numbers>(array: T, length: number): T {
  const isTight = array.length - length <= length >>> 3;
  return (isTight ? array.subarray(0, length) : array.slice(0, length)) as T;
}
