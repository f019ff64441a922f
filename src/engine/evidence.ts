import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Described } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { FilterProperties } from './filter-properties';
import { halfWidthOf, readsHalfWidth } from './half-width';
import type { LayerItem } from './layer-item';
import {
  beginDigest,
  BLOCK_WORDS,
  DIGEST_WORDS,
  digestWords,
  hexOfWords,
  PADDING_WORDS,
  padWords,
  takeBlock,
  wordsOfBytes,
} from './sha256-words';
import type { CompiledRule } from './subjects';

/**
 * SHA-256 (hex) of what decided a conflict: both geometries, the rule's subject, object, test and measure, the
 * properties that its filters read, and the tolerance. Titles, texts, pack versions, severity and other rules are no
 * part of it: a review stays valid when only they change.
 *
 * It is the digest of three digests of 32 bytes each, `ruleDigest`, `subjectDigest` and `objectDigest`, so that little is
 * left to do for the many objects of a subject (`EvidenceSeries`): one block of the hash's two.
 */
export function evidenceOf(
  compiled: CompiledRule,
  subject: LayerItem,
  object: LayerItem,
  tolM: number,
): string {
  return hexOfWords(new EvidenceSeries(compiled, subject, tolM).with(objectDigest(compiled, object)));
}

/** Evidence of one rule and subject against many objects. */
export class EvidenceSeries {
  /** When rule and subject, which are a block, have been taken in. */
  private readonly begun = new Int32Array(DIGEST_WORDS);
  /** The object's digest and the end of the message. */
  private readonly rest = new Int32Array(BLOCK_WORDS);
  private readonly evidence = new Int32Array(DIGEST_WORDS);

  constructor(compiled: CompiledRule, subject: LayerItem, tolM: number) {
    const message = new Int32Array(3 * DIGEST_WORDS + PADDING_WORDS);
    message.set(ruleDigest(compiled, tolM));
    message.set(subjectDigest(compiled, subject), DIGEST_WORDS);
    padWords(message, 3 * DIGEST_WORDS);
    beginDigest(this.begun);
    takeBlock(this.begun, message, 0);
    this.rest.set(message.subarray(BLOCK_WORDS, 2 * BLOCK_WORDS));
  }

  /** The evidence for an object with that digest, in words. It stands until the next is asked for. */
  with(objectDigest: Int32Array): Int32Array {
    const { begun, rest, evidence } = this;
    for (let i = 0; i < DIGEST_WORDS; i++) {
      rest[i] = objectDigest[i]!;
      evidence[i] = begun[i]!;
    }
    takeBlock(evidence, rest, 0);
    return evidence;
  }
}

export function objectDigest(compiled: CompiledRule, object: LayerItem): Int32Array {
  const { rule, objectFilter } = compiled;
  const halfWidthM = halfWidthOf(rule, object);
  return sideDigest(object, read(object, objectFilter.properties), halfWidthM > 0 ? { halfWidthM } : {});
}

/** Whether the digests of a rule's objects are those of their geometries alone, as they are for other such rules. */
export function readsGeometryOnly({ rule, objectFilter }: CompiledRule): boolean {
  return objectFilter.properties?.size === 0 && !readsHalfWidth(rule);
}

function subjectDigest({ rule, subjectFilter }: CompiledRule, subject: LayerItem): Int32Array {
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

function ruleDigest({ rule: { subject, object, test, measure } }: CompiledRule, tolM: number): Int32Array {
  return jsonDigest({ rule: { subject, object, test, measure }, tolM });
}

/** The geometry's own digest where nothing else is read. */
function sideDigest(item: LayerItem, properties: JsonObject, more: JsonObject): Int32Array {
  if (Object.keys(properties).length === 0 && Object.keys(more).length === 0) return item.geometryDigest;
  const message = new Int32Array(2 * DIGEST_WORDS + PADDING_WORDS);
  message.set(item.geometryDigest);
  message.set(jsonDigest({ properties, ...more }), DIGEST_WORDS);
  const digest = new Int32Array(DIGEST_WORDS);
  digestWords(message, 2 * DIGEST_WORDS, digest);
  return digest;
}

/** Over the canonical JSON (RFC 8785); members that are `undefined` count as absent. */
function jsonDigest(value: unknown): Int32Array {
  return wordsOfBytes(sha256(utf8ToBytes(canonicalize(value) ?? 'null')));
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
