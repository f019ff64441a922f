/** Bytes that are no FlatBuffer of the kind that is looked for. */
export class BrokenBuffer extends Error {}

/** Tables that one buffer may hold, however often it points to the same. */
interface Budget {
  tables: number;
}

/**
 * A table of a FlatBuffer (https://flatbuffers.dev/internals) whose every part is looked at before it is believed: what
 * it points to lies within the buffer. Throws `BrokenBuffer` where it does not.
 */
export class BufferTable {
  private readonly fields: number;
  private readonly fieldsEnd: number;

  private constructor(
    private readonly view: DataView,
    private readonly at: number,
    private readonly budget: Budget,
  ) {
    if (budget.tables-- <= 0) throw new BrokenBuffer();
    within(view, at, 4);
    const fields = at - view.getInt32(at, true);
    within(view, fields, 4);
    this.fields = fields + 4;
    this.fieldsEnd = fields + view.getUint16(fields, true);
    within(view, fields, this.fieldsEnd - fields);
  }

  /** The table that a buffer of its own begins with. */
  static root(view: DataView): BufferTable {
    within(view, 0, 4);
    return new BufferTable(view, view.getUint32(0, true), { tables: view.byteLength / 4 });
  }

  /** Where the value of a field begins, which takes so many bytes; null where the table has none. */
  value(field: number, bytes: number): number | null {
    const entry = this.fields + 2 * field;
    if (entry + 2 > this.fieldsEnd) return null;
    const offset = this.view.getUint16(entry, true);
    if (offset === 0) return null;
    within(this.view, this.at + offset, bytes);
    return this.at + offset;
  }

  /** A list whose elements take so many bytes each. */
  list(field: number, bytes: number): { readonly at: number; readonly count: number } | null {
    const at = this.pointed(field);
    if (at === null) return null;
    within(this.view, at, 4);
    const count = this.view.getUint32(at, true);
    within(this.view, at + 4, count * bytes);
    return { at: at + 4, count };
  }

  table(field: number): BufferTable | null {
    const at = this.pointed(field);
    return at === null ? null : new BufferTable(this.view, at, this.budget);
  }

  *tables(field: number): Generator<BufferTable> {
    const list = this.list(field, 4);
    for (let i = 0; list && i < list.count; i++) {
      const at = list.at + 4 * i;
      yield new BufferTable(this.view, at + this.view.getUint32(at, true), this.budget);
    }
  }

  private pointed(field: number): number | null {
    const at = this.value(field, 4);
    return at === null ? null : at + this.view.getUint32(at, true);
  }
}

function within(view: DataView, at: number, bytes: number): void {
  if (!(at >= 0 && bytes >= 0 && at + bytes <= view.byteLength)) throw new BrokenBuffer();
}
