import { textOf, type Described, type GeoFeature } from '../domain/feature';
import type { LayerName } from '../domain/layer';
import type { Rule } from '../domain/rule';
import { compileFilter, type RuleFilter } from './rule-filter';
import { isEnded, ownParcelsOf, statusOf } from './school-facts';

/** A rule with its filters compiled. */
export interface CompiledRule {
  readonly rule: Rule;
  /** Version of its pack. */
  readonly version: string;
  readonly subjectFilter: RuleFilter;
  readonly objectFilter: RuleFilter;
}

/** Throws `EngineError` (`engine.filter-invalid`) where a `where` is not a filter. */
export function compileRule(rule: Rule, version: string): CompiledRule {
  const { id, subject, object } = rule;
  return {
    rule,
    version,
    subjectFilter: compileFilter(subject.where, { rule: id, side: 'subject', layer: subject.layer }),
    objectFilter: compileFilter(object.where, { rule: id, side: 'object', layer: object.layer }),
  };
}

/** Whether a feature of the rule's subject layer is its subject: by stage, status, `where`, and not ended. */
export function isSubject({ rule, subjectFilter }: CompiledRule, feature: GeoFeature): boolean {
  const { layer, stages, statuses } = rule.subject;
  if (isRetired(layer, feature)) return false;
  if (stages && !stages.includes(textOf(feature, 'stage') ?? '')) return false;
  const status = statusOf(feature);
  if (statuses ? !statuses.includes(status) : status === 'proposed') return false;
  return subjectFilter.matches(feature);
}

/** Whether a feature of the rule's object layer is its object. */
export function isObject({ rule, objectFilter }: CompiledRule, feature: GeoFeature): boolean {
  return !isRetired(rule.object.layer, feature) && objectFilter.matches(feature);
}

function isRetired(layer: LayerName, feature: Described): boolean {
  return layer === 'reservations' && isEnded(feature);
}

interface Side {
  readonly layer: LayerName;
  readonly id: string;
  readonly properties: Described['properties'];
}

/** Pairs that no rule is about: a feature and itself, a school and its own parcels. */
export function isExempt(subject: Side, object: Side): boolean {
  if (subject.layer === object.layer) return subject.id === object.id;
  return isOwnParcel(subject, object) || isOwnParcel(object, subject);
}

function isOwnParcel(school: Side, parcel: Side): boolean {
  return school.layer === 'schools' && parcel.layer === 'parcels' && ownParcelsOf(school).includes(parcel.id);
}
