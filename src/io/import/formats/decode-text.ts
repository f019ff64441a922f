import { chooseEncoding } from './guess-encoding';
import type { TextEncoding } from './source-layer';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Bytes of a text that is not UTF-8 from which its encoding is guessed. */
const HEAD_BYTES = 1 << 18;

/**
 * A whole text file, without its byte order mark: as the user says, else by its mark, else UTF-8 if it is that, else
 * what its bytes look like. Bytes that are not of the encoding become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, wanted?: string): DecodedText {
  if (wanted !== undefined) return decoded(bytes, wanted, true);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', true);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: { name: 'utf-8', sure: true } };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const { encoding } = chooseEncoding([bytes.subarray(0, HEAD_BYTES)], null);
  return decoded(bytes, encoding.name, encoding.sure);
}

function decoded(bytes: Uint8Array, name: string, sure: boolean): DecodedText {
  return { text: new TextDecoder(name).decode(bytes), encoding: { name, sure } };
}
