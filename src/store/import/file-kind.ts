import type { DroppedFile } from '../../io/import/sources/source-tool';
import { isSequence } from '../../io/import/formats/geojson/json-sequence';
import { bytesOf } from '../content-store';
import { HEAD_BYTES } from './guess-layer';

/** A file with its first bytes, by which it is known. */
export interface KnownFile extends DroppedFile {
  readonly head: Uint8Array;
  /**
   * GeoJSON (but for sequences of it) and FlatGeobuf are read as they stand, a packed project is opened; everything
   * else is told apart where it is read. Of a broken zip nobody knows which it was.
   */
  readonly kind: 'layer' | 'project-zip' | 'broken-zip' | 'source';
}

const FLATGEOBUF = [0x66, 0x67, 0x62, 0x03];
/** Of a project, and of an evidence bundle. */
const PROJECT_FILES = /^(?:[^/\\]+[/\\])?(?:project|manifest)\.json$/;

/** Looks at a file's first bytes, and at the names in a zip. */
export async function knownFile(file: DroppedFile): Promise<KnownFile> {
  const { bytes } = file;
  const head = await bytesOf(bytes.slice(0, HEAD_BYTES));
  if (!isZip(head)) return { ...file, head, kind: isLayer(head) ? 'layer' : 'source' };
  const { namesInZip } = await import('../../io/project/zip-source');
  const names = namesInZip(await bytesOf(bytes));
  if (names === null) return { ...file, head, kind: 'broken-zip' };
  return { ...file, head, kind: names.some((path) => PROJECT_FILES.test(path)) ? 'project-zip' : 'source' };
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

function isLayer(head: Uint8Array): boolean {
  if (FLATGEOBUF.every((byte, i) => head[i] === byte)) return true;
  const text = new TextDecoder().decode(head);
  return /^[\s\u{feff}]*[{[]\s*["{}[\]]/u.test(text) && !isSequence(text);
}
