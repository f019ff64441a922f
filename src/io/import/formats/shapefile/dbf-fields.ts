/** A field of a dBASE table. Names stand in the header, values in each record; both at bytes from `start` to `end`. */
export interface DbfField {
  readonly nameStart: number;
  readonly nameEnd: number;
  /** `C` is text. */
  readonly type: string;
  /** From the beginning of a record. */
  readonly start: number;
  readonly end: number;
}

export interface DbfFields {
  readonly fields: readonly DbfField[];
  readonly headerLength: number;
  readonly recordLength: number;
  /** Whole records that the bytes hold: a header may claim more. */
  readonly records: number;
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const NAME_BYTES = 11;
const END_OF_FIELDS = 0x0d;

/** What the header of a dBASE III table says (32 bytes, and 32 for each field); null where it is no table. */
export function dbfFields(dbf: Uint8Array): DbfFields | null {
  if (dbf.length < HEADER_BYTES) return null;
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const fields: DbfField[] = [];
  let start = 1;
  for (
    let at = HEADER_BYTES;
    at + FIELD_BYTES <= dbf.length && dbf[at] !== END_OF_FIELDS;
    at += FIELD_BYTES
  ) {
    const name = dbf.subarray(at, at + NAME_BYTES);
    const zero = name.indexOf(0);
    const end = start + dbf[at + 16]!;
    fields.push({
      nameStart: at,
      nameEnd: at + (zero < 0 ? NAME_BYTES : zero),
      type: String.fromCharCode(dbf[at + NAME_BYTES]!),
      start,
      end,
    });
    start = end;
  }
  const room = recordLength === 0 ? 0 : Math.floor(Math.max(0, dbf.length - headerLength) / recordLength);
  return { fields, headerLength, recordLength, records: Math.min(view.getUint32(4, true), room) };
}
