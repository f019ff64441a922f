/** Bytes that are held in memory before the browser takes them, which may put them on disk. */
const MOST_IN_MEMORY = 1 << 24;

/** A file that is written piece by piece and may be larger than what fits in memory, or in one string. */
export class FilePieces {
  private readonly encoder = new TextEncoder();
  private readonly taken: Blob[] = [];
  private fresh: Uint8Array<ArrayBuffer>[] = [];
  private freshBytes = 0;

  add(text: string): void {
    const bytes = this.encoder.encode(text);
    this.fresh.push(bytes);
    this.freshBytes += bytes.length;
    if (this.freshBytes > MOST_IN_MEMORY) {
      this.taken.push(new Blob(this.fresh));
      this.fresh = [];
      this.freshBytes = 0;
    }
  }

  file(): Blob {
    return new Blob([...this.taken, ...this.fresh]);
  }
}
