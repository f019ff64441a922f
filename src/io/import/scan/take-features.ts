import type { ByteWindow } from '../byte-source';
import type { Pace } from '../pace';
import { parsedToken } from './column-builder';
import { BYTE, skipSpace, skipValue } from './json-bytes';
import type { LayerCollector } from './layer-collector';
import { PlainFeatures } from './plain-features';

/** Features taken between two looks at the clock. */
const STRIDE = 32;

/**
 * Takes features from a list of them, beginning where one is due (after the list's bracket or a comma). True: up to the
 * end of the list, behind which the window then stands; false: the source ended where the next feature was due.
 * Throws `SyntaxError` or `TypeError` (of a decoder) where the bytes are no JSON in UTF-8.
 */
export async function takeFeatures(
  window: ByteWindow,
  collector: LayerCollector,
  pace: Pace,
): Promise<boolean> {
  const features = new FeatureList(window, collector);
  for (;;) {
    const state = features.takeSome();
    collector.table.outlook.share = window.offset / window.source.size;
    if (state === 'end') return true;
    if (state === 'short') {
      if (window.isLast && features.isDue) return false;
      if (window.isLast) throw new SyntaxError();
      await window.refill();
    }
    if (pace.isDue) await pace.rest(window.offset, window.source.size);
  }
}

class FeatureList {
  /** Whether a comma or the end of the list comes next. */
  private isBetween = false;
  private readonly plain: PlainFeatures;

  constructor(
    private readonly window: ByteWindow,
    private readonly collector: LayerCollector,
  ) {
    this.plain = new PlainFeatures(collector);
  }

  /** Whether a feature must come next, and nothing of it is at hand. */
  get isDue(): boolean {
    return !this.isBetween && this.window.at >= this.window.length;
  }

  /** Takes features from the bytes at hand: until the list ends, the bytes are too short to go on, or for a stride. */
  takeSome(): 'end' | 'short' | 'due' {
    const { window, collector, plain } = this;
    const { bytes, length } = window;
    for (let count = 0; count < STRIDE; count++) {
      window.at = skipSpace(bytes, window.at);
      if (window.at >= length) return 'short';
      if (this.isBetween) {
        const byte = bytes[window.at++];
        if (byte === BYTE.closeArray) return 'end';
        if (byte !== BYTE.comma) throw new SyntaxError();
        this.isBetween = false;
        continue;
      }
      const start = window.at;
      let end = bytes[start] === BYTE.openObject ? plain.take(bytes, start, length) : -1;
      if (end < 0) {
        end = skipValue(bytes, start, length);
        if (end < 0) return 'short';
        collector.addRaw(parsedToken({ bytes, start, end }), plain.isCounted);
      }
      window.at = end;
      this.isBetween = true;
    }
    return 'due';
  }
}
