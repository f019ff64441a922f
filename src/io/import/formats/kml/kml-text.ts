/** The encoding that an XML declaration names, or that a byte order mark tells; UTF-8 otherwise. */
export function xmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  const named = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/u.exec(head)?.[1];
  return named?.toLowerCase() ?? 'utf-8';
}

/** Bytes as text; null where the encoding is unknown or the bytes are not in it. */
export function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}
