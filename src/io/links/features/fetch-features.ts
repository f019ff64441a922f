import type { LonLatBox } from '../../../domain/feature';
import { message, type Message } from '../../../domain/message';
import { err, ok, type Result } from '../../../domain/result';
import type { PaceOptions } from '../../import/pace';
import type { HostAsker } from '../host-asker';
import { originOf } from '../origin-of';
import { askJson } from './ask-service';
import type { FeatureService, JsonPage, ServedCollection } from './feature-service';

/** A page is parsed at one go: small enough that nothing waits for it. */
const PAGE = 500;
const MOST_BYTES = 512 * 2 ** 20;

export interface FetchOptions extends PaceOptions {
  /** Only what lies in this box, degrees. */
  readonly box: LonLatBox | null;
  /** Features at most; more are left where they are. */
  readonly most: number;
}

export interface FetchedFeatures {
  /** A FeatureCollection, as a file would hold it. */
  readonly geojson: Blob;
  readonly count: number;
  /** How many there are, as far as the service says. */
  readonly total: number | null;
  /** Whether there are more than were wanted. */
  readonly isCut: boolean;
}

/** Fetches features page by page. Nothing is kept of a fetch that fails. Rejects with the signal's reason on abort. */
export async function fetchFeatures(
  asker: HostAsker,
  service: FeatureService,
  collection: ServedCollection,
  { box, most, signal, onProgress }: FetchOptions,
): Promise<Result<FetchedFeatures, Message>> {
  const parts: string[] = [];
  const asked = new Set<string>();
  let head = '';
  let count = 0;
  let length = 0;
  let total: number | null = null;
  let address: string | null = collection.firstPage({ box, limit: Math.min(PAGE, most) });
  const host = originOf(address) ?? '';
  while (address !== null && count < most) {
    // A service that names a page twice would be asked for ever.
    if (asked.has(address)) return err(message('link-same-page', { host }));
    asked.add(address);
    const page: Result<JsonPage, Message> = await askJson(asker, address, signal);
    if (!page.ok) return page;
    const { features, crs } = page.value;
    if (!Array.isArray(features)) return err(message('link-no-features', { host }));
    if (head === '' && crs !== undefined && crs !== null) head = `"crs":${JSON.stringify(crs)},`;
    const taken = features.slice(0, most - count).map((feature) => JSON.stringify(feature));
    if (taken.length > 0) parts.push(taken.join(',\n'));
    length += parts.at(-1)?.length ?? 0;
    if (length > MOST_BYTES) return err(message('link-too-large', { host, mib: MOST_BYTES / 2 ** 20 }));
    count += taken.length;
    total = totalIn(page.value) ?? total;
    onProgress?.({ done: count, total: Math.min(total ?? 0, most) });
    address = service.nextPage(page.value, address, features.length);
    if (features.length > taken.length) break;
  }
  const isCut = count >= most && (total === null ? address !== null : total > count);
  const geojson = new Blob([
    `{"type":"FeatureCollection",${head}"features":[\n`,
    parts.join(',\n'),
    '\n]}\n',
  ]);
  return ok({ geojson, count, total, isCut });
}

function totalIn({ numberMatched, totalFeatures }: JsonPage): number | null {
  const total = [numberMatched, totalFeatures].find((each) => typeof each === 'number');
  return total ?? null;
}
