import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { readFully, type ByteSource } from './byte-source';
import type { Pace } from './pace';

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
  const known = formatFault(bytes, file);
  if (known) return err(known);
  const decoded = decode(bytes, file);
  if (!decoded.ok) return decoded;
  const start = startFault(decoded.value, file);
  return start ? err(start) : decoded;
}

/** Bytes of a file's start that are enough to tell markup from JSON. */
const HEAD_BYTES = 1 << 16;
const PIECE_BYTES = 1 << 22;

/** Why bytes of any length are no text that may be JSON, as `readText` says it; null where they may. */
export async function textFault(source: ByteSource, file: string, pace: Pace): Promise<Message | null> {
  const head = await readFully(source, 0, Math.min(source.size, HEAD_BYTES));
  const known = formatFault(head, file);
  if (known) return known;
  const isUtf8 = await decodes(source, 'utf-8', pace);
  if (isUtf8 === 'text') return startFault(new TextDecoder().decode(head), file);
  const isChinese = isUtf8 === 'binary' ? 'binary' : await decodes(source, 'gb18030', pace);
  const readable = isChinese === 'text' && /^\s*[{[]/.test(new TextDecoder('gb18030').decode(head));
  return message(readable ? 'file-encoding-gbk' : 'file-binary', { file });
}

async function decodes(
  source: ByteSource,
  encoding: string,
  pace: Pace,
): Promise<'text' | 'binary' | 'otherwise'> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let hasNul = false;
  try {
    for (let at = 0; at < source.size;) {
      const bytes = await source.read(at, Math.min(source.size, at + PIECE_BYTES));
      at += bytes.length;
      hasNul ||= decoder.decode(bytes, { stream: at < source.size }).includes('\u0000');
      if (pace.isDue) await pace.rest(at, source.size);
    }
  } catch (error) {
    if (error instanceof TypeError) return 'otherwise';
    throw error;
  }
  return hasNul ? 'binary' : 'text';
}

/** An empty file, or one that begins as a file of another format does. */
function formatFault(bytes: Uint8Array, file: string): Message | null {
  if (bytes.length === 0) return message('file-empty', { file });
  const known = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  return known ? message('file-wrong-format', { file, format: known[0] }) : null;
}

/** A text that is blank or begins as markup does. */
function startFault(text: string, file: string): Message | null {
  const start = text.slice(0, HEAD_BYTES).trimStart();
  if (start === '') return text.trimStart() === '' ? message('file-empty', { file }) : null;
  if (!start.startsWith('<')) return null;
  const format = /^<(?:!doctype html|html)/i.test(start)
    ? 'HTML'
    : /<kml/i.test(start.slice(0, 500))
      ? 'KML'
      : 'XML';
  return message('file-wrong-format', { file, format });
}

/** Whether the bytes begin with a byte order mark of UTF-16. */
export async function isUtf16(source: ByteSource): Promise<boolean> {
  const [first, second] = await readFully(source, 0, Math.min(source.size, 2));
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
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
