/** Every engine has these two, though the language's own library, for which this folder is compiled, does not. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
/** A text may begin with U+FEFF: only at the start of a file is that a mark of the byte order. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 of a text; half of a surrogate pair alone becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** The text of UTF-8; what is none becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
