import * as v from 'valibot';
import { LAYER_NAMES } from '../../domain/layer';
import { BASIS_KINDS, CONFIDENCES, DATUMS, SCREENINGS, SEVERITIES, STANDARD_KINDS } from '../../domain/rule';

const text = v.pipe(v.string(), v.nonEmpty());
const positive = v.pipe(v.number(), v.gtValue(0));
const notNegative = v.pipe(v.number(), v.minValue(0));
const layer = v.picklist(LAYER_NAMES);
const bilingual = v.looseObject({ zh: text, en: text });
const filter = v.pipe(v.array(v.unknown()), v.minLength(1));

const basis = v.looseObject({
  kind: v.picklist(BASIS_KINDS),
  code: text,
  clause: v.optional(v.string()),
  text: v.optional(v.string()),
  region: text,
  confidence: v.picklist(CONFIDENCES),
});

const test = v.variant('relation', [
  v.looseObject({ relation: v.literal('within-distance'), distanceM: positive }),
  v.looseObject({ relation: v.literal('overlaps'), minOverlapM2: v.optional(notNegative) }),
  v.looseObject({ relation: v.literal('crosses'), minOverlapM2: v.optional(notNegative) }),
  v.looseObject({ relation: v.literal('adjacent'), minSharedEdgeM: v.optional(notNegative) }),
]);

const geometryTypes = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
] as const;
const geometry = v.looseObject({ type: v.picklist(geometryTypes), coordinates: v.array(v.unknown()) });
const feature = v.looseObject({
  type: v.literal('Feature'),
  geometry,
  properties: v.nullable(v.looseObject({})),
});

const rule = v.looseObject({
  id: text,
  title: bilingual,
  basis,
  subject: v.looseObject({
    layer,
    stages: v.optional(v.array(text)),
    statuses: v.optional(v.array(text)),
    where: v.optional(filter),
  }),
  object: v.looseObject({ layer, where: v.optional(filter) }),
  test,
  measure: v.looseObject({
    from: v.picklist(DATUMS),
    to: v.picklist(DATUMS),
    screening: v.picklist(SCREENINGS),
  }),
  severity: v.picklist(SEVERITIES),
  examples: v.array(
    v.looseObject({
      title: v.optional(bilingual),
      subject: v.union([geometry, feature]),
      object: feature,
      expect: v.picklist(['conflict', 'marginal', 'clear']),
    }),
  ),
  enabled: v.optional(v.boolean()),
});

const standard = v.looseObject({
  id: text,
  kind: v.picklist(STANDARD_KINDS),
  stage: text,
  value: positive,
  basis,
  enabled: v.optional(v.boolean()),
});

/** Semantic Versioning 2.0.0, as its own page gives the pattern, without named groups. */
const SEMVER =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/;

/** A rule pack as it stands in a file; members that are not named here are allowed and kept. */
export const rulePackSchema = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)),
  version: v.pipe(v.string(), v.regex(SEMVER)),
  title: bilingual,
  region: text,
  validFrom: v.optional(v.string()),
  rules: v.array(rule),
  standards: v.optional(v.array(standard)),
});
