import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GeoFeature } from '../../domain/feature';
import type { JsonValue } from '../../domain/json';
import { jsonTextOf } from './json-text';

export interface GivenId {
  readonly id: string;
  readonly repair: 'missing-id' | 'duplicate-id' | null;
}

/** The ids of a layer so far. */
export interface TakenIds {
  has(id: string): boolean;
  add(id: string): void;
}

/** Gives every feature of a layer an id that no other has. */
export class IdGiver {
  /** The number that comes after the last `~n` of a repeated id. */
  private readonly nextOf = new Map<string, number>();

  /** @param idField the property to read where `Feature.id` is absent; `id` by default. */
  constructor(
    readonly idField = 'id',
    private readonly taken: TakenIds = new Set<string>(),
  ) {}

  /**
   * The feature's own id as text: `Feature.id`, else the id property. A missing one is made from a hash of the
   * feature's content, so that it stays when features are reordered; a repeated one gets `~2`, `~3` …
   */
  give(feature: GeoFeature): GivenId {
    const own = ownId(feature, this.idField);
    const wanted = own ?? `auto-${contentHash(feature)}`;
    let id = wanted;
    if (this.taken.has(id)) {
      let n = this.nextOf.get(wanted) ?? 2;
      do id = `${wanted}~${n++}`;
      while (this.taken.has(id));
      this.nextOf.set(wanted, n);
    }
    this.taken.add(id);
    return { id, repair: own === null ? 'missing-id' : id === wanted ? null : 'duplicate-id' };
  }
}

/** The id that a feature gives itself, as text: `Feature.id`, else the id property; null where it has none. */
export function ownId(feature: GeoFeature, idField = 'id'): string | null {
  return idText(feature.id) ?? idText(feature.properties?.[idField]);
}

function idText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** Not by RFC 8785: a file may hold numbers and texts that it refuses, and reading one never throws. */
function contentHash({ geometry, properties }: GeoFeature): string {
  const text = jsonTextOf({ geometry: geometry as unknown as JsonValue, properties }, true);
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 10);
}
