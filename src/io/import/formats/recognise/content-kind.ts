import { parseBoundaryText } from '../boundary-text/parse-boundary-text';
import { decodeText } from '../decode-text';
import { RECORD_SEPARATOR } from '../geojson/json-sequence';

/** What the bytes of a file are, whatever it is called. */
export type ContentKind =
  | 'zip'
  | 'geojson'
  | 'flatgeobuf'
  | 'geopackage'
  | 'kml'
  | 'dxf'
  | 'csv'
  | 'boundary-text'
  | 'shp'
  | 'shx'
  | 'dbf'
  | 'prj'
  /** Nothing, or only blanks. */
  | 'empty'
  /** Something else, by the name that people know it by; '' where it is not known at all. */
  | { readonly other: string };

/** Bytes of a file's start that tell what it is. */
const HEAD_BYTES = 1 << 16;

const OTHERS: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['DWG', [0x41, 0x43, 0x31, 0x30]],
  ['Office 97–2003', [0xd0, 0xcf, 0x11, 0xe0]],
  ['GZIP', [0x1f, 0x8b]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
];

const ZIP = [0x50, 0x4b];
const FLATGEOBUF = [0x66, 0x67, 0x62, 0x03];
const SQLITE = Array.from('SQLite format 3\0', (character) => character.charCodeAt(0));
const SHAPEFILE = [0x00, 0x00, 0x27, 0x0a];
const BINARY_DXF = Array.from('AutoCAD Binary DXF', (character) => character.charCodeAt(0));

/** Tells what a file is by its bytes. */
export function contentKind(bytes: Uint8Array): ContentKind {
  const begins = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (bytes.length === 0) return 'empty';
  if (begins(ZIP) && (bytes[2] === 3 || bytes[2] === 5)) return 'zip';
  if (begins(FLATGEOBUF)) return 'flatgeobuf';
  if (begins(SQLITE)) return 'geopackage';
  if (begins(SHAPEFILE)) return isIndex(bytes) ? 'shx' : 'shp';
  if (begins(BINARY_DXF)) return 'dxf';
  const other = OTHERS.find(([, magic]) => begins(magic));
  if (other) return { other: other[0] };
  return isDbf(bytes) ? 'dbf' : textKind(bytes);
}

/** An index holds the offset of the first record where the shapes themselves have its number. */
function isIndex(bytes: Uint8Array): boolean {
  if (bytes.length < 108) return false;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(100) === 50;
}

/** dBASE: a version, a date, and a header that is as long as it says and ends with a carriage return. */
function isDbf(bytes: Uint8Array): boolean {
  if (bytes.length < 65) return false;
  const [version = 0, , month = 0, day = 0] = bytes;
  if (![0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x83, 0x8b, 0x8c, 0xf5].includes(version)) return false;
  if (month > 12 || day > 31) return false;
  const header = bytes[8]! + 256 * bytes[9]!;
  if (header < 65 || header > bytes.length) return false;
  return bytes[header - 1] === 0x0d || bytes[header - 2] === 0x0d || bytes[header - 264] === 0x0d;
}

function textKind(bytes: Uint8Array): ContentKind {
  const head = wholeLines(bytes.subarray(0, HEAD_BYTES), bytes.length > HEAD_BYTES);
  const text = decodeText(head).text.replace(/^\u{feff}/u, '');
  const start = (text.startsWith(RECORD_SEPARATOR) ? text.slice(1) : text).trimStart();
  if (start === '') return bytes.length > HEAD_BYTES ? { other: '' } : 'empty';
  if (isBinary(text)) return { other: '' };
  if (/^[{[]\s*["{}[\]\d-]/.test(start)) return 'geojson';
  if (start.startsWith('<')) return markupKind(start);
  if (/^(?:999\r?\n.*\r?\n\s*)*0\r?\n\s*SECTION/.test(start)) return 'dxf';
  if (/^(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|BOUNDCRS|COMPD_CS|LOCAL_CS)\s*\[/i.test(start)) return 'prj';
  if (isBoundaryText(text)) return 'boundary-text';
  return /[,;\t|]/.test(start.split(/\r?\n/, 1)[0] ?? '') ? 'csv' : { other: '' };
}

/** So that a character cut in two does not spoil the encoding. */
function wholeLines(head: Uint8Array, isCut: boolean): Uint8Array {
  const end = head.lastIndexOf(0x0a);
  return isCut && end > 0 ? head.subarray(0, end + 1) : head;
}

function isBinary(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < Math.min(text.length, 4096); i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) odd++;
  }
  return odd > Math.min(text.length, 4096) * 0.05;
}

function markupKind(start: string): ContentKind {
  const opening = start.slice(0, 4096);
  if (/<(?:\w+:)?kml[\s>]/i.test(opening)) return 'kml';
  if (/^<(?:!doctype html|html)/i.test(opening)) return { other: 'HTML' };
  if (/<(?:\w+:)?gpx[\s>]/i.test(opening)) return { other: 'GPX' };
  return { other: /xmlns:gml|<gml:/i.test(opening) ? 'GML' : 'XML' };
}

/** By its sections, by plots' lines, or by being nothing but points. */
function isBoundaryText(text: string): boolean {
  if (/^\s*[[［](?:地块坐标|属性描述)[\]］]/m.test(text)) return true;
  const { plots, strayLines } = parseBoundaryText(text);
  const points = plots.reduce((sum, plot) => sum + plot.points.length, 0);
  if (points < 3) return false;
  const headed = plots.filter(({ tokens }) => tokens.length > 0).length;
  return /@\s*$/m.test(text) || (headed === 0 && strayLines.length === 0);
}
