import type { OutcomeReason } from '../../domain/appraisal';
import type { GeoFeature } from '../../domain/feature';
import type { ActiveRule } from '../active-rule';
import { isObject, isSubject } from '../subjects';

/** Without these a filter that asks for them cannot tell what the land is used for. */
const USES = ['landUse', 'landUses'];
const SCHEME = 'codeScheme';

export type Side = 'object' | 'subject';

/** Why a rule has nothing to say of land on one side of it; null where it is about that land. */
export function unconcernedReason(rule: ActiveRule, side: Side, land: GeoFeature): OutcomeReason | null {
  if (side === 'object' ? isObject(rule, land) : isSubject(rule, land)) return null;
  const names = readNames(rule, side);
  const missing = missingOf(names, land);
  if (missing.length > 0) return { kind: 'unknown', missing };
  return {
    kind: 'filtered',
    read: [...names]
      .filter((name) => !USES.includes(name) || land.properties?.[name] !== undefined)
      .map((name) => ({ name, value: land.properties?.[name] ?? null })),
  };
}

/** Names of the properties by which a rule takes its subjects or objects. */
function readNames({ rule, subjectFilter, objectFilter }: ActiveRule, side: Side): ReadonlySet<string> {
  const filter = side === 'object' ? objectFilter : subjectFilter;
  const names = new Set(filter.properties ?? []);
  if (side === 'subject') {
    names.add('status');
    if (rule.subject.stages) names.add('stage');
  }
  return names;
}

function missingOf(names: ReadonlySet<string>, { properties }: GeoFeature): string[] {
  const isKnown = (name: string): boolean => (properties?.[name] ?? '') !== '';
  const missing: string[] = [];
  if (names.has('landUse') && !USES.some(isKnown)) missing.push('landUse');
  if (names.has(SCHEME) && !isKnown(SCHEME)) missing.push(SCHEME);
  return missing;
}
