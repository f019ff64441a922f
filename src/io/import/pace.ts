import { nextTurn } from './next-turn';

export interface InspectProgress {
  readonly done: number;
  readonly total: number;
  /** What is counted, where it is worth saying. */
  readonly unit?: 'bytes' | 'features';
}

export interface PaceOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: InspectProgress) => void) | undefined;
}

/** A slice of work between two looks at the event loop, in ms: short enough that a cancel is prompt. */
const SLICE_MS = 20;

/** Between two words of progress, in ms: each is drawn by the page, which has other things to do. */
const TELL_MS = 100;

/** Divides long work into slices, between which others have their turn. */
export class Pace {
  private sliceEnds = performance.now() + SLICE_MS;
  private nextTold = 0;

  constructor(private readonly options: PaceOptions = {}) {}

  get isDue(): boolean {
    return performance.now() >= this.sliceEnds;
  }

  get signal(): AbortSignal | undefined {
    return this.options.signal;
  }

  tell(done: number, total: number): void {
    this.options.onProgress?.({ done, total });
  }

  /**
   * Lets others have their turn, and tells of progress unless that was done just before; rejects with the signal's
   * reason once it is aborted.
   */
  async rest(done: number, total: number): Promise<void> {
    const { signal } = this.options;
    signal?.throwIfAborted();
    const now = performance.now();
    if (now >= this.nextTold) {
      this.nextTold = now + TELL_MS;
      this.tell(done, total);
    }
    await nextTurn();
    signal?.throwIfAborted();
    this.sliceEnds = performance.now() + SLICE_MS;
  }
}
