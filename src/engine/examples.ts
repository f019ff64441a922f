import type { GeoFeature } from '../domain/feature';
import { DEFAULT_TOLERANCE_M } from '../domain/project';
import type { Rule, RuleExample } from '../domain/rule';
import { createFrame } from '../geo/frame';
import { boxOf } from '../domain/feature';
import { judge } from './judge';
import { itemOf } from './layer-item';
import { measurePair } from './pair-measures';
import type { ExampleResult } from './protocol';
import { compileRule, isExempt, isObject, isSubject, type CompiledRule } from './subjects';

/**
 * Decides a rule's own examples, each in a frame at its subject (to 0.01°), with the default tolerance. A subject
 * given as a bare geometry is taken for a subject of the rule; one given as a feature must be one by its properties.
 * Throws `EngineError` (`engine.filter-invalid`) where a `where` is not a filter.
 */
export function runExamplesOf(rule: Rule): readonly ExampleResult[] {
  const compiled = compileRule(rule, '');
  return rule.examples.map((example, index) => ({
    index,
    expect: example.expect,
    got: decide(compiled, example),
  }));
}

function decide(compiled: CompiledRule, { subject, object }: RuleExample): RuleExample['expect'] {
  const { rule } = compiled;
  const given = subject.type === 'Feature' ? subject : null;
  const subjectFeature: GeoFeature = given ?? {
    type: 'Feature',
    geometry: geometryOf(subject),
    properties: {},
  };
  if (given && !isSubject(compiled, given)) return 'clear';
  if (!isObject(compiled, object)) return 'clear';
  const [west, south, east, north] = boxOf(subjectFeature.geometry) ?? [0, 0, 0, 0];
  const frame = createFrame({ lon: hundredth((west + east) / 2), lat: hundredth((south + north) / 2) });
  const subjectItem = itemOf(frame, rule.subject.layer, idOf(subjectFeature, 'subject'), subjectFeature);
  const objectItem = itemOf(frame, rule.object.layer, idOf(object, 'object'), object);
  if (isExempt(subjectItem, objectItem)) return 'clear';
  return judge(rule, measurePair(subjectItem, objectItem), DEFAULT_TOLERANCE_M)?.verdict ?? 'clear';
}

function geometryOf(subject: RuleExample['subject']): GeoFeature['geometry'] {
  return subject.type === 'Feature' ? subject.geometry : subject;
}

function idOf(feature: GeoFeature, otherwise: string): string {
  const id = feature.id ?? feature.properties?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : otherwise;
}

function hundredth(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
