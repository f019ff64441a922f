import type { FeatureGeometry, GeoFeature } from '../feature';
import type { JsonObject } from '../json';
import type { LayerDescription } from '../layer';
import { keyOf, type PlanRecord, type RecordKey } from '../plan';
import type { ProjectInfo } from '../project';
import type { Rule, RulePack, Standard } from '../rule';
import type { Target } from '../target';
import { membersBeside } from './feature-members';
import { sameJson } from './same-json';
import { sameShape } from './same-shape';

export const ENTITY_KINDS = [
  'feature',
  'project',
  'layer',
  'pack',
  'rule',
  'standard',
  'target',
  'decision',
  'comment',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/**
 * A thing that a person changes as one: a feature, a rule of a pack, one target … Its parts are what two people may
 * change without getting in each other's way: a feature's `geometry`, each of its `properties.<name>` and of the
 * `members.<name>` beside them; the members of everything else.
 */
export interface Entity {
  readonly kind: EntityKind;
  /** Names it within its record. */
  readonly key: string;
  readonly id: string;
  /** The layer of a feature, the pack of a rule or standard; null for others. */
  readonly within: string | null;
  readonly record: RecordKey;
  readonly parts: ReadonlyMap<string, unknown>;
}

/** The part of a feature that says where it is. */
export const GEOMETRY_PART = 'geometry';

const PROPERTY = 'properties.';
const MEMBER = 'members.';

/** The name of the property that a part is; null for another part. */
export function propertyNameOf(part: string): string | null {
  return part.startsWith(PROPERTY) ? part.slice(PROPERTY.length) : null;
}

/** Whether two values of a part say the same. `undefined` is a part that is absent. */
export function samePart(part: string, a: unknown, b: unknown): boolean {
  if (part !== GEOMETRY_PART || a === undefined || b === undefined) return sameJson(a, b);
  return sameShape(a as FeatureGeometry, b as FeatureGeometry);
}

export function sameParts(a: Entity['parts'], b: Entity['parts']): boolean {
  return partNames(a, b).every((part) => samePart(part, a.get(part), b.get(part)));
}

/** Names of the parts of both, each once. */
export function partNames(...all: readonly Entity['parts'][]): string[] {
  return Array.from(new Set(all.flatMap((parts) => Array.from(parts.keys()))));
}

/** What a record is made of: the record's own entity first, then those that it holds, in their order. */
export function entitiesOf(record: PlanRecord): readonly Entity[] {
  const key = keyOf(record);
  const whole = (
    kind: EntityKind,
    id: string,
    parts: Entity['parts'],
    within: string | null = null,
  ): Entity => ({
    kind,
    key: '',
    id,
    within,
    record: key,
    parts,
  });
  switch (record.kind) {
    case 'feature':
      return [whole('feature', record.id, partsOfFeature(record.feature), record.collection)];
    case 'project':
      return [whole('project', record.info.name, partsWithMembers(record.info))];
    case 'layer':
      return [whole('layer', record.layer.name, partsWithMembers(record.layer, 'name'))];
    case 'pack': {
      const { id: within, rules, standards = [] } = record.pack;
      const part = (kind: 'rule' | 'standard') => (one: Rule | Standard) => ({
        ...whole(kind, one.id, partsOfRule(one), within),
        key: `${kind}/${one.id}`,
      });
      return [
        whole('pack', within, partsOf(record.pack, 'id', 'rules', 'standards')),
        ...rules.map(part('rule')),
        ...standards.map(part('standard')),
      ];
    }
    case 'targets':
      return record.targets.map((target) => ({
        ...whole('target', targetKey(target), partsOf(target, 'programme', 'district', 'stage')),
        key: targetKey(target),
      }));
    case 'decision':
      return [whole('decision', record.decision.id, new Map([['decision', record.decision]]))];
    case 'comment':
      return [whole('comment', record.comment.id, new Map([['comment', record.comment]]))];
  }
}

/**
 * The record with other entities, which `entitiesOf` would give again; `record` says what they do not (its key, the
 * file of a pack). A decision or comment is never put together anew.
 */
export function recordOf(record: PlanRecord, entities: readonly Entity[]): PlanRecord {
  const own = entities.find(({ key }) => key === '')?.parts ?? new Map<string, unknown>();
  switch (record.kind) {
    case 'feature':
      return { ...record, feature: featureFrom(record.feature, own) };
    case 'project':
      return { ...record, info: withMembers(own) as unknown as ProjectInfo };
    case 'layer':
      return {
        ...record,
        layer: { name: record.layer.name, ...withMembers(own) } as unknown as LayerDescription,
      };
    case 'pack': {
      const { id, standards: former } = record.pack;
      const list = (kind: EntityKind) =>
        entities
          .filter((entity) => entity.kind === kind)
          .map((entity) => ({ id: entity.id, ...Object.fromEntries(entity.parts) }));
      const standards = list('standard');
      const pack = {
        id,
        ...Object.fromEntries(own),
        rules: list('rule'),
        ...(former === undefined && standards.length === 0 ? {} : { standards }),
      };
      return { ...record, pack: pack as unknown as RulePack };
    }
    case 'targets':
      return {
        ...record,
        targets: entities.map(({ id, parts }) => {
          const [programme, district, stage] = JSON.parse(id) as [string, string | null, string];
          return { programme, district, stage, ...Object.fromEntries(parts) } as Target;
        }),
      };
    case 'decision':
    case 'comment':
      return record;
  }
}

/** Which target it is, as text; `JSON.parse` gives programme, district and stage again. */
export function targetKey({ programme, district, stage }: Target): string {
  return JSON.stringify([programme, district, stage]);
}

function partsOf(value: object, ...without: readonly string[]): Map<string, unknown> {
  return new Map(
    Object.entries(value).filter(([name, member]) => member !== undefined && !without.includes(name)),
  );
}

/** A rule that is on says so or says nothing. */
function partsOfRule(rule: Rule | Standard): Map<string, unknown> {
  const parts = partsOf(rule, 'id');
  if (parts.get('enabled') === true) parts.delete('enabled');
  return parts;
}

function partsOfFeature(feature: GeoFeature): Map<string, unknown> {
  const parts = new Map<string, unknown>([[GEOMETRY_PART, feature.geometry]]);
  for (const [name, value] of partsOf(feature.properties ?? {})) parts.set(PROPERTY + name, value);
  for (const [name, value] of partsOf(membersBeside(feature))) parts.set(MEMBER + name, value);
  return parts;
}

function featureFrom(former: GeoFeature, parts: Entity['parts']): GeoFeature {
  const properties = partsBehind(PROPERTY, parts) as JsonObject;
  const isBare = former.properties === null && Object.keys(properties).length === 0;
  return {
    type: 'Feature',
    ...partsBehind(MEMBER, parts),
    geometry: parts.get(GEOMETRY_PART) as FeatureGeometry,
    properties: isBare ? null : properties,
  };
}

/** Members that nothing here knows are parts of their own. */
function partsWithMembers(
  value: { readonly members?: Readonly<Record<string, unknown>> },
  ...without: readonly string[]
): Map<string, unknown> {
  const parts = partsOf(value, 'members', ...without);
  for (const [name, member] of partsOf(value.members ?? {})) parts.set(MEMBER + name, member);
  return parts;
}

function withMembers(parts: Entity['parts']): Record<string, unknown> {
  const members = partsBehind(MEMBER, parts);
  const known = Object.fromEntries(Array.from(parts).filter(([part]) => !part.startsWith(MEMBER)));
  return Object.keys(members).length > 0 ? { ...known, members } : known;
}

/** The parts whose names begin so, by the rest of their names; of any name (`Object.fromEntries` sets no prototype). */
function partsBehind(prefix: string, parts: Entity['parts']): Record<string, unknown> {
  const found = Array.from(parts).filter(([part]) => part.startsWith(prefix));
  return Object.fromEntries(found.map(([part, value]) => [part.slice(prefix.length), value]));
}
