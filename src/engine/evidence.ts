import type { GeoFeature } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { LayerItem } from './layer-index';
import { canonicalGeometry } from './canonical-geometry';
import { digestOf } from './digest';
import type { FilterProperties } from './filter-properties';
import { halfWidthOf } from './pair-measures';
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
      geometry: geometryDigest(subject.feature),
      properties: {
        ...read(subject.feature, subjectFilter.properties),
        ...(rule.subject.stages && pick(subject.feature, ['stage'])),
        ...(rule.subject.statuses && pick(subject.feature, ['status'])),
      },
    },
    object: {
      geometry: geometryDigest(object.feature),
      properties: read(object.feature, objectFilter.properties),
      ...(halfWidthM > 0 && { halfWidthM }),
    },
    tolM,
  });
}

const geometryDigests = new WeakMap<GeoFeature, string>();

function geometryDigest(feature: GeoFeature): string {
  let digest = geometryDigests.get(feature);
  if (digest === undefined) {
    digest = digestOf(canonicalGeometry(feature.geometry));
    geometryDigests.set(feature, digest);
  }
  return digest;
}

/** What the filter reads of the feature; a parcel's `landUses` stand in for its `landUse`. */
function read(feature: GeoFeature, names: FilterProperties): JsonObject {
  if (names === null) return feature.properties ?? {};
  return pick(feature, names.has('landUse') ? [...names, 'landUses'] : [...names]);
}

function pick(feature: GeoFeature, names: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) {
    const value = feature.properties?.[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
