/** Lines in one piece of text. */
const PIECE = 1000;

/** A FeatureCollection written as bytes, a feature to a line, without ever being one text. */
export class FeatureLines {
  private readonly encoder = new TextEncoder();
  private readonly pieces: Uint8Array<ArrayBuffer>[];
  private lines: string[] = [];

  /** @param members of the collection besides its type and features, which are JSON. */
  constructor(members: Readonly<Record<string, unknown>> = {}) {
    const head = JSON.stringify({ type: 'FeatureCollection', ...members });
    this.pieces = [this.encoder.encode(`${head.slice(0, -1)},"features":[\n`)];
  }

  /** Takes a feature as JSON. */
  add(line: string): void {
    this.lines.push(line);
    if (this.lines.length === PIECE) this.flush();
  }

  /** All bytes, in pieces. */
  finish(): readonly Uint8Array<ArrayBuffer>[] {
    this.flush();
    return [...this.pieces, this.encoder.encode('\n]}\n')];
  }

  private flush(): void {
    if (this.lines.length === 0) return;
    const before = this.pieces.length > 1 ? ',\n' : '';
    this.pieces.push(this.encoder.encode(before + this.lines.join(',\n')));
    this.lines = [];
  }
}
