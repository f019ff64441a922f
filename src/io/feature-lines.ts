import { TextBytes } from './text-bytes';

/** A FeatureCollection written as bytes, a feature to a line, without ever being one text. */
export class FeatureLines {
  private readonly bytes: TextBytes;
  private isFirst = true;

  /**
   * @param members of the collection besides its type and features, which are JSON.
   * @param most characters that are kept as text before they become bytes.
   */
  constructor(members: Readonly<Record<string, unknown>> = {}, most?: number) {
    this.bytes = new TextBytes(undefined, most);
    const head = JSON.stringify({ type: 'FeatureCollection', ...members });
    this.bytes.add(`${head.slice(0, -1)},"features":[\n`);
  }

  /** Takes a feature as JSON. */
  add(line: string): void {
    this.bytes.add(this.isFirst ? line : `,\n${line}`);
    this.isFirst = false;
  }

  /** All bytes, in pieces. */
  finish(): readonly Uint8Array<ArrayBuffer>[] {
    this.bytes.add('\n]}\n');
    return this.bytes.pieces();
  }
}
