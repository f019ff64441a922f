import type { JsonValue } from '../../../domain/json';
import type { ByteWindow } from '../byte-source';
import type { Pace } from '../pace';
import { transformFor } from '../placement';
import { parsedToken } from './column-builder';
import { BYTE, skipSpace, skipValue } from './json-bytes';
import { LayerCollector } from './layer-collector';
import { collectorContext, type ScanManner } from './scan-range';
import { scanInRanges, type RangeScanners } from './scan-in-ranges';
import { takeFeatures } from './take-features';

export interface ScanContext extends Omit<ScanManner, 'crs'> {
  readonly pace: Pace;
  /** Those who scan parts of the source at the same time, where there are any. */
  readonly scanners: RangeScanners | undefined;
}

/**
 * What a file of bytes is: a collection, whose features are gathered and whose other members are given; JSON that is
 * something else, of which the first byte has not been looked past; or no JSON in UTF-8.
 */
export type Scan =
  | {
      readonly kind: 'collection';
      readonly collector: LayerCollector;
      readonly rest: Record<string, unknown>;
    }
  | { readonly kind: 'other' }
  | { readonly kind: 'malformed' };

/** Scans GeoJSON from the bytes of a window, at whose start it stands, to the end of its source. */
export async function scanCollection(window: ByteWindow, context: ScanContext): Promise<Scan> {
  try {
    return await new CollectionScanner(window, context).scan();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { kind: 'malformed' };
    throw error;
  }
}

/** Throws `SyntaxError` or `TypeError` (of a decoder) where the bytes are no JSON in UTF-8. */
class CollectionScanner {
  constructor(
    private readonly window: ByteWindow,
    private readonly context: ScanContext,
  ) {}

  async scan(): Promise<Scan> {
    const { window } = this;
    await this.skipMark();
    if ((await this.peek()) !== BYTE.openObject) return { kind: 'other' };
    window.at++;
    const members: [string, unknown][] = [];
    let collector: LayerCollector | null = null;
    let featuresAt = 0;
    let crs: unknown;
    let crsBefore: unknown;
    if ((await this.peek()) === BYTE.closeObject) return { kind: 'other' };
    do {
      if (members.length > 0 || collector) window.at++;
      const name = await this.name();
      if (name === 'features') {
        if ((await this.peek()) !== BYTE.openArray) return { kind: 'other' };
        featuresAt = window.offset;
        crsBefore = crs;
        collector = await this.features(crs);
      } else {
        const value = await this.value();
        if (name === 'crs') crs = value;
        members.push([name, value]);
      }
    } while ((await this.peek()) === BYTE.comma);
    await this.take(BYTE.closeObject);
    if ((await this.peek()) !== 0 || !window.isLast || window.at < window.length) throw new SyntaxError();
    const rest = Object.fromEntries(members);
    if (!collector || rest.type !== 'FeatureCollection') return { kind: 'other' };
    if (crs !== crsBefore && (transformFor(crs, false) ?? transformFor(crsBefore, false))) {
      // The file says how its positions are meant only after them: once more, now that it is known.
      window.seek(featuresAt);
      collector = await this.features(crs);
    }
    return { kind: 'collection', collector, rest };
  }

  private async features(crs: unknown): Promise<LayerCollector> {
    const { window, context } = this;
    await this.take(BYTE.openArray);
    const isEmpty = (await this.peek()) === BYTE.closeArray;
    const inRanges = isEmpty ? null : await scanInRanges(window.source, window.offset, { ...context, crs });
    if (inRanges) {
      window.seek(inRanges.end);
      return inRanges.collector;
    }
    const collector = new LayerCollector(collectorContext({ ...context, crs }));
    if (isEmpty) window.at++;
    else if (!(await takeFeatures(window, collector, context.pace))) throw new SyntaxError();
    return collector;
  }

  /** A byte order mark says nothing. */
  private async skipMark(): Promise<void> {
    const { window } = this;
    await window.refill();
    const { bytes } = window;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) window.at = 3;
  }

  /** The next byte that is no white space; 0 at the end of the source. */
  private async peek(): Promise<number> {
    const { window } = this;
    for (;;) {
      window.at = skipSpace(window.bytes, window.at);
      if (window.at < window.length || window.isLast) return window.bytes[window.at]!;
      await window.refill();
    }
  }

  private async take(byte: number): Promise<void> {
    if ((await this.peek()) !== byte) throw new SyntaxError();
    this.window.at++;
  }

  /** Reads a member's name, and the colon after it. */
  private async name(): Promise<string> {
    const name = await this.value();
    if (typeof name !== 'string') throw new SyntaxError();
    await this.take(BYTE.colon);
    return name;
  }

  private async value(): Promise<JsonValue> {
    const { window } = this;
    await this.peek();
    for (;;) {
      const end = skipValue(window.bytes, window.at, window.length);
      if (end >= 0) {
        const start = window.at;
        window.at = end;
        return parsedToken({ bytes: window.bytes, start, end });
      }
      if (window.isLast) throw new SyntaxError();
      await window.refill();
    }
  }
}
