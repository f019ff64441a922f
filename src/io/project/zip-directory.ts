/** What a zip's directory says of an entry beside its name. */
export interface ZipEntry {
  /** CRC-32 of its content. */
  readonly crc: number;
  /** A password keeps it. */
  readonly isLocked: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
/** A comment after the directory is no longer than a 16-bit number tells. */
const MOST_COMMENT = 0xffff;
const LARGE_LOCATOR = 0x07064b50;
const LARGE_LOCATOR_BYTES = 20;
const LARGE_END_OF_DIRECTORY = 0x06064b50;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;

/** The entries of a zip's directory in its order (APPNOTE 4.3), of large ones too; null where it cannot be read. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOfDirectory(view);
    if (end === null) return null;
    const { count, start } = largeDirectory(view, end) ?? {
      count: view.getUint16(end + 10, true),
      start: view.getUint32(end + 16, true),
    };
    const entries: ZipEntry[] = [];
    let at = start;
    for (let left = count; left > 0; left--) {
      if (view.getUint32(at, true) !== ENTRY) return null;
      entries.push({
        crc: view.getUint32(at + 16, true),
        isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      });
      const name = view.getUint16(at + 28, true);
      const extra = view.getUint16(at + 30, true);
      at += ENTRY_BYTES + name + extra + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    // An offset beyond the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

/** Where the directory of a zip is that is too large for the numbers of the common form (Zip64); else null. */
function largeDirectory(
  view: DataView,
  end: number,
): { readonly count: number; readonly start: number } | null {
  const locator = end - LARGE_LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== LARGE_LOCATOR) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(at, true) !== LARGE_END_OF_DIRECTORY) return null;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  };
}
