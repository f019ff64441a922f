import { readFully, type ByteSource } from '../byte-source';
import { BrokenBuffer } from './buffer-table';
import { verifyFeature, verifyHeader } from './verify';

const MAGIC_BYTES = 8;
/** Of the size before the header and before each feature. */
const SIZE_BYTES = 4;

/** Bytes that are read at a time, but where a feature takes more. */
const PIECE_BYTES = 1 << 20;

/**
 * A FlatGeobuf file as a stream of bytes that have been looked at: the library believes what a length says, and counts
 * to its end. Fails with `BrokenBuffer`.
 */
export function verifiedStream(source: ByteSource): ReadableStream<Uint8Array> {
  const pieces = verifiedPieces(source);
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
  });
}

async function* verifiedPieces(source: ByteSource): AsyncGenerator<Uint8Array, undefined> {
  const headerAt = MAGIC_BYTES + SIZE_BYTES;
  if (source.size < headerAt) throw new BrokenBuffer();
  const head = await readFully(source, 0, headerAt);
  const headerEnd = headerAt + viewOf(head).getUint32(MAGIC_BYTES, true);
  if (headerEnd > source.size) throw new BrokenBuffer();
  const header = await readFully(source, headerAt, headerEnd);
  const featuresAt = headerEnd + verifyHeader(viewOf(header));
  if (!(featuresAt <= source.size)) throw new BrokenBuffer();
  yield head;
  yield header;
  // The index is passed on as it is: the library reads over it.
  for (let at = headerEnd; at < featuresAt; at += PIECE_BYTES) {
    yield readFully(source, at, Math.min(featuresAt, at + PIECE_BYTES));
  }
  for (let at = featuresAt; at < source.size;) {
    let bytes = await readFully(source, at, Math.min(source.size, at + PIECE_BYTES));
    let whole = wholeFeatures(bytes);
    if (whole === 0) {
      const size = bytes.length < SIZE_BYTES ? Infinity : SIZE_BYTES + viewOf(bytes).getUint32(0, true);
      if (at + size > source.size) throw new BrokenBuffer();
      bytes = await readFully(source, at, at + size);
      whole = wholeFeatures(bytes);
    }
    yield bytes.subarray(0, whole);
    at += whole;
  }
}

/** How many bytes the features take that are there as a whole, each of them looked at. */
function wholeFeatures(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let at = 0;
  while (at + SIZE_BYTES <= bytes.length) {
    const end = at + SIZE_BYTES + view.getUint32(at, true);
    if (end > bytes.length) break;
    verifyFeature(viewOf(bytes.subarray(at + SIZE_BYTES, end)));
    at = end;
  }
  return at;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
