import * as v from 'valibot';
import { DECISION_VERDICTS, GROUNDS } from '../../domain/decision';
import { LAYER_NAMES } from '../../domain/layer';

export const PROJECT_FILE = 'project.json';
export const PROJECT_FORMAT = 'xuezhi-project';
export const PROJECT_VERSION = 1;

const text = v.pipe(v.string(), v.nonEmpty());
const degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));

const layerEntry = v.union([
  text,
  v.looseObject({
    file: text,
    idField: v.optional(text),
    accuracyM: v.optional(v.pipe(v.number(), v.minValue(0))),
    source: v.optional(
      v.looseObject({
        doc: v.optional(v.string()),
        docNo: v.optional(v.string()),
        approvedOn: v.optional(v.string()),
        scale: v.optional(v.string()),
      }),
    ),
  }),
]);

/** `project.json`, version 1; members that are not named here are allowed and kept. */
export const projectSchema = v.looseObject({
  format: v.literal(PROJECT_FORMAT),
  version: v.literal(PROJECT_VERSION),
  name: v.optional(v.string(), ''),
  datum: v.optional(v.picklist(['CGCS2000', 'WGS84']), 'CGCS2000'),
  toleranceM: v.optional(v.pipe(v.number(), v.minValue(0))),
  classification: v.optional(v.string(), 'internal'),
  householdSize: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(20))),
  frame: v.optional(v.looseObject({ lon: degrees(180), lat: degrees(90) })),
  layers: v.looseObject({ districts: layerEntry, schools: layerEntry }),
  targets: v.optional(text),
  rules: v.optional(v.array(text), []),
  review: v.optional(
    v.looseObject({
      roles: v.optional(v.array(v.looseObject({ id: text, may: v.array(v.picklist(DECISION_VERDICTS)) }))),
    }),
  ),
  decisions: v.optional(text),
  comments: v.optional(text),
  journal: v.optional(text),
});

export const layerEntrySchema = layerEntry;

/** `targets.json`: how many sites each programme wants. */
export const targetsSchema = v.array(
  v.looseObject({
    programme: text,
    district: v.nullable(text),
    stage: text,
    sites: v.pipe(v.number(), v.integer(), v.minValue(0)),
    basis: v.picklist(['total', 'new']),
    horizonYear: v.optional(v.pipe(v.number(), v.integer())),
    source: v.optional(v.string()),
  }),
);

const featureRef = v.looseObject({ layer: v.picklist(LAYER_NAMES), id: text });
const measure = v.optional(v.nullable(v.number()), null);

/** `decisions.json`: the rulings on conflicts, latest last for each. Members that are not named here are kept. */
export const decisionsSchema = v.array(
  v.looseObject({
    id: text,
    conflict: text,
    verdict: v.picklist(DECISION_VERDICTS),
    role: v.optional(v.string()),
    basisDoc: v.optional(v.string()),
    ground: v.optional(v.picklist(GROUNDS)),
    reason: v.string(),
    by: v.string(),
    at: text,
    until: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/))),
    conditions: v.optional(v.string()),
    evidence: v.string(),
    measured: v.optional(
      v.looseObject({
        distanceM: measure,
        overlapM2: measure,
        thresholdM: v.optional(v.nullable(v.number())),
      }),
      { distanceM: null, overlapM2: null },
    ),
    attachments: v.optional(v.array(v.looseObject({ name: text, sha256: text }))),
    about: v.optional(
      v.looseObject({
        rule: text,
        subject: featureRef,
        object: featureRef,
        objectBox: v.optional(v.tuple([v.number(), v.number(), v.number(), v.number()])),
        objectAreaM2: v.optional(v.nullable(v.number())),
      }),
    ),
    carriedFrom: v.optional(v.string()),
  }),
);

/** `comments.json`: remarks on conflicts. */
export const commentsSchema = v.array(
  v.looseObject({ id: text, conflict: text, text: v.string(), by: v.string(), at: text }),
);
