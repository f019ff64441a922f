import type { Described } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { LayerItem } from './layer-item';
import { canonicalGeometry } from './canonical-geometry';
import { digestOf } from './digest';
import type { FilterProperties } from './filter-properties';
import { halfWidthOf } from './half-width';
import type { CompiledRule } from './subjects';

/**
 * SHA-256 (hex) of what decided a conflict: both geometries, the rule's subject, object, test and measure, the
 * properties that its filters read, and the tolerance. Titles, texts, pack versions, severity and other rules are no
 * part of it: a review stays valid when only they change.
 */
export function evidenceOf(
  compiled: CompiledRule,
  subject: LayerItem,
  object: LayerItem,
  tolM: number,
): string {
  const { rule, subjectFilter, objectFilter } = compiled;
  const halfWidthM = halfWidthOf(rule, object);
  return digestOf({
    rule: { subject: rule.subject, object: rule.object, test: rule.test, measure: rule.measure },
    subject: {
      geometry: geometryDigest(subject),
      properties: {
        ...read(subject, subjectFilter.properties),
        ...(rule.subject.stages && pick(subject, ['stage'])),
        ...(rule.subject.statuses && pick(subject, ['status'])),
      },
    },
    object: {
      geometry: geometryDigest(object),
      properties: read(object, objectFilter.properties),
      ...(halfWidthM > 0 && { halfWidthM }),
    },
    tolM,
  });
}

const geometryDigests = new WeakMap<LayerItem, string>();

function geometryDigest(item: LayerItem): string {
  let digest = geometryDigests.get(item);
  if (digest === undefined) {
    digest = digestOf(canonicalGeometry(item.feature.geometry));
    geometryDigests.set(item, digest);
  }
  return digest;
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
