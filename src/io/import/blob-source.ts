/** Bytes asked for at one go of a blob that is read from one end to the other. */
const PIECE = 4 << 20;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly bytes: Promise<Uint8Array>;
}

/**
 * The bytes of a blob, which may be a file on disk, as a `ByteSource`. A browser lets its reader wait for each piece; so whoever reads on
 * where it ended before is given a large one, while the next is on its way.
 */
export function blobSource(blob: Blob) {
  let piece: Piece | null = null;
  let ahead: Piece | null = null;
  /** Where the last reading ended. */
  let last = -1;

  const bytesOf = async (start: number, end: number): Promise<Uint8Array> =>
    new Uint8Array(await blob.slice(start, end).arrayBuffer());
  const pieceFrom = (start: number): Piece => {
    const end = Math.min(blob.size, start + PIECE);
    const bytes = bytesOf(start, end);
    // What nobody comes to read may fail unheard.
    bytes.catch(() => undefined);
    return { start, end, bytes };
  };
  const covers = (one: Piece | null, at: number): boolean => one !== null && one.start <= at && at < one.end;

  return {
    size: blob.size,
    async read(start: number, end: number): Promise<Uint8Array> {
      const goesOn = start === last;
      last = end;
      if (!goesOn) return bytesOf(start, end);
      piece = [piece, ahead].find((one) => covers(one, start)) ?? pieceFrom(start);
      const { start: from, end: to, bytes } = piece;
      if (to < blob.size && ahead?.start !== to) ahead = pieceFrom(to);
      last = Math.min(end, to);
      return (await bytes).subarray(start - from, last - from);
    },
  };
}
