/** Bytes of UTF-8 as they are; where they are not quite UTF-8, with U+FFFD for what is not. */
export function wellFormed(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += PIECE) {
      decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
    }
    return bytes;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextEncoder().encode(new TextDecoder().decode(bytes));
  }
}

/** So that the text, which is thrown away, is never long. */
const PIECE = 1 << 20;
