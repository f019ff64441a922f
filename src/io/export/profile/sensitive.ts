import type { Rule } from '../../../domain/rule';
import type { ExportFeature } from '../geojson-file';
import type { ExportedLayer } from '../layers/exported-layer';

/** Why a feature is not published. */
export type Secret = 'pipelines' | 'prisons' | 'military';

/** Layers whose features may be secret: what they are decides what may be told of the others. */
export const SECRET_LAYERS = ['pipelines', 'facilities', 'parcels', 'residential', 'controlLines'] as const;

const KINDS: readonly (readonly [Secret, RegExp])[] = [
  ['prisons', /prison|jail|detention|监狱|看守所|拘留所|戒毒|监教|劳教|劳改/iu],
  ['military', /militar|barrack|\barmy\b|军事|军用|军营|部队|营房|武警|人武/iu],
];

/**
 * Land-use codes of military land and of prisons. Those of the first kind mean the same in no other scheme; those of
 * GB/T 21010-2017 do.
 */
const CODES: readonly (readonly [Secret, scheme: string | null, code: string])[] = [
  ['military', null, '1501'],
  ['prisons', null, '1505'],
  ['military', null, 'H41'],
  ['prisons', null, 'H42'],
  ['military', 'GBT21010-2017', '0901'],
  ['prisons', 'GBT21010-2017', '0903'],
];

/** Properties that say what a thing is. */
const KIND_FIELDS = ['kind', 'type', 'use', 'name', '名称', '类别', '地块名称', '用地性质'];
/** Layers in which a name tells what a thing is: a road may be called after a barracks and lead elsewhere. */
const NAMED: ReadonlySet<ExportedLayer> = new Set(['facilities', 'parcels', 'residential', 'controlLines']);

/** Why a feature of one of the project's layers must not be published; null if it may. */
export function secretOf(
  layer: ExportedLayer,
  { properties }: Pick<ExportFeature, 'properties'>,
): Secret | null {
  if (layer === 'pipelines') return 'pipelines';
  if (!NAMED.has(layer)) return null;
  for (const field of KIND_FIELDS) {
    const value = properties[field];
    if (typeof value === 'string') {
      const secret = secretKind(value);
      if (secret) return secret;
    }
  }
  const scheme = properties.codeScheme;
  for (const code of codesOf(properties)) {
    const secret = secretUse(code, typeof scheme === 'string' ? scheme : null);
    if (secret) return secret;
  }
  return null;
}

/** Of a kind of facility. */
export function secretKind(kind: string): Secret | null {
  return KINDS.find(([, pattern]) => pattern.test(kind))?.[0] ?? null;
}

/** Of a land-use code. */
export function secretUse(code: string, scheme: string | null): Secret | null {
  const found = CODES.find(
    ([, only, begins]) => code.startsWith(begins) && (only === null || only === scheme),
  );
  return found?.[0] ?? null;
}

function codesOf({ landUse, landUses }: ExportFeature['properties']): string[] {
  const mixed = Array.isArray(landUses) ? (landUses as readonly unknown[]) : [];
  const codes = mixed.map((one) =>
    typeof one === 'object' && one !== null && 'code' in one ? one.code : null,
  );
  return [landUse, ...codes].filter((code) => typeof code === 'string');
}

/**
 * Rules whose zones would tell of what is withheld: those about pipelines, about power lines (whose distances tell the
 * voltage), and those whose filter names a secret kind or use.
 */
export function tellingRules(rules: Iterable<Rule>): string[] {
  return [...rules].filter(isTelling).map(({ id }) => id);
}

function isTelling({ subject, object }: Rule): boolean {
  if (object.layer === 'pipelines' || object.layer === 'powerlines') return true;
  return [...textsIn(object.where), ...textsIn(subject.where)].some(
    (text) => secretKind(text) !== null || secretUse(text, null) !== null,
  );
}

function* textsIn(expression: unknown): Generator<string> {
  if (typeof expression === 'string') yield expression;
  else if (Array.isArray(expression)) for (const part of expression) yield* textsIn(part);
}
