import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';

/** First bytes of files that are often taken for GeoJSON, with what to call them. */
const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['ZIP', [0x50, 0x4b, 0x05, 0x06]],
  ['GZIP', [0x1f, 0x8b]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['Office 97–2003', [0xd0, 0xcf, 0x11, 0xe0]],
  ['Shapefile', [0x00, 0x00, 0x27, 0x0a]],
  ['SQLite (GeoPackage)', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['FlatGeobuf', [0x66, 0x67, 0x62, 0x03]],
  ['DWG', [0x41, 0x43, 0x31, 0x30]],
];

/**
 * The text of a file that should hold GeoJSON (UTF-8, RFC 7946 section 1 by way of RFC 8259), without byte order
 * mark; UTF-16 with its mark is read too. Refuses an empty file, known other formats by their first bytes, markup
 * and other encodings, each with its own message.
 */
export function readText(bytes: Uint8Array, file: string): Result<string, Message> {
  if (bytes.length === 0) return err(message('file-empty', { file }));
  const known = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (known) return err(message('file-wrong-format', { file, format: known[0] }));
  const decoded = decode(bytes, file);
  if (!decoded.ok) return decoded;
  const start = decoded.value.trimStart();
  if (start === '') return err(message('file-empty', { file }));
  if (start.startsWith('<')) {
    const format = /^<(?:!doctype html|html)/i.test(start)
      ? 'HTML'
      : /<kml/i.test(start.slice(0, 500))
        ? 'KML'
        : 'XML';
    return err(message('file-wrong-format', { file, format }));
  }
  return decoded;
}

function decode(bytes: Uint8Array, file: string): Result<string, Message> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ok(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ok(new TextDecoder('utf-16be').decode(bytes));
  const text = tryDecode(bytes, 'utf-8');
  if (text !== null) return text.includes('\u0000') ? err(message('file-binary', { file })) : ok(text);
  const chinese = tryDecode(bytes, 'gb18030');
  const readable = chinese !== null && !chinese.includes('\u0000') && /^\s*[{[]/.test(chinese);
  return err(message(readable ? 'file-encoding-gbk' : 'file-binary', { file }));
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
