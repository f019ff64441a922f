/** Gathers bytes that come in many small pieces, in blocks, so that none is copied more than twice. */
export class ByteSink {
  private readonly full: Uint8Array[] = [];
  private block = new Uint8Array(1 << 16);
  private used = 0;

  /** Takes bytes of another memory; gives how many. */
  take(memory: Int8Array, offset: number, length: number): number {
    if (this.used + length > this.block.length) {
      this.full.push(this.block.subarray(0, this.used));
      this.block = new Uint8Array(Math.max(length, Math.min(this.block.length * 2, 1 << 24)));
      this.used = 0;
    }
    this.block.set(memory.subarray(offset, offset + length), this.used);
    this.used += length;
    return length;
  }

  /** All bytes since the last time, as one. */
  drain(): Uint8Array<ArrayBuffer> {
    const blocks = [...this.full, this.block.subarray(0, this.used)];
    const all = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const block of blocks) {
      all.set(block, at);
      at += block.length;
    }
    this.full.length = 0;
    this.used = 0;
    return all;
  }
}
