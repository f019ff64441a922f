import * as v from 'valibot';

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
  decisions: v.optional(text),
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

/** `decisions.json` is kept as it is: only that it is a list or an object is asked for. */
export const decisionsSchema = v.union([v.array(v.unknown()), v.looseObject({})]);
