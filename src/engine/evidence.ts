import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Described } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { Rule } from '../domain/rule';
import type { FilterProperties } from './filter-properties';
import { halfWidthOf, readsHalfWidth } from './half-width';
import type { LayerItem } from './layer-item';
import {
  beginDigest,
  BLOCK_WORDS,
  DIGEST_WORDS,
  digestWords,
  hexOfDigest,
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
 * left to do for the many objects of a subject (`beginEvidence`): one block of the hash's two.
 */
export function evidenceOf(
  compiled: CompiledRule,
  subject: LayerItem,
  object: LayerItem,
  tolM: number,
): string {
  return evidenceFor(beginEvidence(compiled, subject, tolM), objectDigest(compiled, object));
}

/** The same (hex) where rule and subject have been taken in. */
export function evidenceFor(begun: Int32Array, objectDigest: Int32Array): string {
  const evidence = new Int32Array(DIGEST_WORDS);
  finishEvidence(begun, objectDigest, evidence);
  return hexOfDigest(evidence);
}

/**
 * Evidence of one rule and subject against many objects: their digests are a block of the hash, which is taken in once.
 * What is left for each object is `finishEvidence`.
 */
export function beginEvidence(compiled: CompiledRule, subject: LayerItem, tolM: number): Int32Array {
  const block = new Int32Array(BLOCK_WORDS);
  block.set(ruleDigest(compiled, tolM));
  block.set(subjectDigest(compiled, subject), DIGEST_WORDS);
  const begun = new Int32Array(DIGEST_WORDS);
  beginDigest(begun);
  takeBlock(begun, block, 0);
  return begun;
}

/** The second block: the object's digest and the end of a message of three digests. */
const rest = new Int32Array(DIGEST_WORDS + PADDING_WORDS);
padWords(rest, DIGEST_WORDS, BLOCK_WORDS);

/** Writes the evidence, in words, for an object with that digest. */
export function finishEvidence(begun: Int32Array, objectDigest: Int32Array, evidence: Int32Array): void {
  for (let i = 0; i < DIGEST_WORDS; i++) {
    rest[i] = objectDigest[i]!;
    evidence[i] = begun[i]!;
  }
  takeBlock(evidence, rest, 0);
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

/** The digest that was last asked for of each rule: it is asked for again with each of its subjects. */
const ruleDigests = new WeakMap<Rule, { readonly tolM: number; readonly digest: Int32Array }>();

function ruleDigest({ rule }: CompiledRule, tolM: number): Int32Array {
  const known = ruleDigests.get(rule);
  if (known?.tolM === tolM) return known.digest;
  const { subject, object, test, measure } = rule;
  const digest = jsonDigest({ rule: { subject, object, test, measure }, tolM });
  ruleDigests.set(rule, { tolM, digest });
  return digest;
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
