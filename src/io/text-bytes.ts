import { joinedBytes } from './joined-bytes';

/** Characters in one piece of text: few pieces, and none near the most that a text can hold. */
const PIECE = 1 << 20;

const encoder = new TextEncoder();

/** Gathers a text as its bytes, piece by piece: it may be longer than a text can be, which is 512 MB. */
export class TextBytes {
  private readonly full: Uint8Array<ArrayBuffer>[] = [];
  private text = '';

  /**
   * @param encode what stands for a part of the text; no part ends within what was added at once.
   * @param most characters that are kept as text before they become bytes.
   */
  constructor(
    private readonly encode: (text: string) => Uint8Array<ArrayBuffer> = (text) => encoder.encode(text),
    private readonly most = PIECE,
  ) {}

  add(text: string): void {
    this.text += text;
    if (this.text.length >= this.most) this.flush();
  }

  /** All bytes, in pieces. */
  pieces(): readonly Uint8Array<ArrayBuffer>[] {
    this.flush();
    return this.full;
  }

  /** All bytes as one. */
  joined(): Uint8Array<ArrayBuffer> {
    return joinedBytes(this.pieces());
  }

  private flush(): void {
    if (this.text === '') return;
    this.full.push(this.encode(this.text));
    this.text = '';
  }
}
