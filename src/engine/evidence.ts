import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Described } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { FilterProperties } from './filter-properties';
import { halfWidthOf, readsHalfWidth } from './half-width';
import type { LayerItem } from './layer-item';
import type { CompiledRule } from './subjects';

/**
 * SHA-256 (hex) of what decided a conflict: both geometries, the rule's subject, object, test and measure, the
 * properties that its filters read, and the tolerance. Titles, texts, pack versions, severity and other rules are no
 * part of it: a review stays valid when only they change.
 *
 * It is the digest of three digests of 32 bytes each, `ruleDigest`, `subjectDigest` and `objectDigest`, so that little is
 * left to do for the many objects of a subject (`EvidenceSeries`).
 */
export function evidenceOf(
  compiled: CompiledRule,
  subject: LayerItem,
  object: LayerItem,
  tolM: number,
): string {
  return new EvidenceSeries(compiled, subject, tolM, hexDigest).with(objectDigest(compiled, object));
}

/** SHA-256 of some bytes as hexadecimal text. */
export type HexDigest = (bytes: Uint8Array) => string;

/** Where nothing quicker is at hand. */
export const hexDigest: HexDigest = (bytes) => bytesToHex(sha256(bytes));

/** Evidence of one rule and subject against many objects. */
export class EvidenceSeries {
  private readonly digests = new Uint8Array(3 * DIGEST_BYTES);

  constructor(
    compiled: CompiledRule,
    subject: LayerItem,
    tolM: number,
    private readonly hash: HexDigest,
  ) {
    this.digests.set(ruleDigest(compiled, tolM));
    this.digests.set(subjectDigest(compiled, subject), DIGEST_BYTES);
  }

  /** The evidence for an object with that digest. */
  with(objectDigest: Uint8Array): string {
    this.digests.set(objectDigest, 2 * DIGEST_BYTES);
    return this.hash(this.digests);
  }
}

const DIGEST_BYTES = 32;

export function objectDigest(compiled: CompiledRule, object: LayerItem): Uint8Array {
  const { rule, objectFilter } = compiled;
  const halfWidthM = halfWidthOf(rule, object);
  return sideDigest(object, read(object, objectFilter.properties), halfWidthM > 0 ? { halfWidthM } : {});
}

/** Whether the digests of a rule's objects are those of their geometries alone, as they are for other such rules. */
export function readsGeometryOnly({ rule, objectFilter }: CompiledRule): boolean {
  return objectFilter.properties?.size === 0 && !readsHalfWidth(rule);
}

function subjectDigest({ rule, subjectFilter }: CompiledRule, subject: LayerItem): Uint8Array {
  return sideDigest(
    subject,
    {
      ...read(subject, subjectFilter.properties),
      ...(rule.subject.stages && pick(subject, ['stage'])),
      ...(rule.subject.statuses && pick(subject, ['status'])),
    },
    {},
  );
}

function ruleDigest({ rule: { subject, object, test, measure } }: CompiledRule, tolM: number): Uint8Array {
  return jsonDigest({ rule: { subject, object, test, measure }, tolM });
}

/** The geometry's own digest where nothing else is read. */
function sideDigest(item: LayerItem, properties: JsonObject, more: JsonObject): Uint8Array {
  if (Object.keys(properties).length === 0 && Object.keys(more).length === 0) return item.geometryDigest;
  return sha256(concatBytes(item.geometryDigest, jsonDigest({ properties, ...more })));
}

/** Over the canonical JSON (RFC 8785); members that are `undefined` count as absent. */
function jsonDigest(value: unknown): Uint8Array {
  return sha256(utf8ToBytes(canonicalize(value) ?? 'null'));
}

/** What the filter reads of the feature. */
function read(feature: Described, names: FilterProperties): JsonObject {
  if (names === null) return feature.properties ?? {};
  return pick(feature, [...names]);
}

function pick(feature: Described, names: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) {
    const value = feature.properties?.[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
