import type { GeoFeature } from '../../src/domain/feature';
import type { CollectionName } from '../../src/domain/layer';
import { featuresOf, keyOf, packsOf, type Plan, type PlanRecord } from '../../src/domain/plan';
import { randomSource } from './random';
import { boxFeature, randomReservation, randomSchool } from './small-town';

/** What can be done to the small town's plan. `undo` is for the caller: it takes back what was done last. */
export const EDITS = [
  'move a school',
  'new school',
  'delete a school',
  'move a reservation',
  'delete all reservations',
  'move a district',
  'switch a rule',
  'change a distance',
  'rename a pack',
  'change a standard',
  'change the tolerance',
  'change an accuracy',
  'drop a layer',
  'undo',
] as const;

export type Edit = (typeof EDITS)[number];

/** The plan after an edit of that kind. */
export function edited(plan: Plan, kind: Edit, seed: number): Plan {
  const random = randomSource(seed);
  const some = (collection: CollectionName) => {
    const records = featuresOf(plan, collection);
    return records[Math.floor(random() * records.length)];
  };
  const put = (record: PlanRecord): Plan => new Map(plan).set(keyOf(record), record);
  const putFeature = (collection: CollectionName, id: string, feature: GeoFeature): Plan =>
    put({ kind: 'feature', collection, id, feature });
  const without = (keys: readonly string[]): Plan => {
    const next = new Map(plan);
    for (const key of keys) next.delete(key);
    return next;
  };
  const pack = packsOf(plan)[0]!;
  switch (kind) {
    case 'move a school': {
      const id = some('schools')?.id ?? 'S0';
      return putFeature('schools', id, randomSchool(id, random));
    }
    case 'new school': {
      const id = `N${seed % 1000}`;
      return putFeature('schools', id, randomSchool(id, random));
    }
    case 'delete a school': {
      const school = some('schools');
      return school ? without([keyOf(school)]) : plan;
    }
    case 'move a reservation': {
      const id = some('reservations')?.id ?? 'R0';
      return putFeature('reservations', id, randomReservation(id, random));
    }
    case 'delete all reservations':
      return without([...featuresOf(plan, 'reservations').map(keyOf), 'layer/reservations']);
    case 'move a district':
      return putFeature('districts', 'west', boxFeature('west', [-200, -200, 300 + 400 * random(), 1000]));
    case 'switch a rule': {
      const n = Math.floor(random() * pack.pack.rules.length);
      const rules = pack.pack.rules.map((rule, i) =>
        i === n ? { ...rule, enabled: rule.enabled === false } : rule,
      );
      return put({ ...pack, pack: { ...pack.pack, rules } });
    }
    case 'change a distance': {
      const rules = pack.pack.rules.map((rule) =>
        rule.id === 'near'
          ? { ...rule, test: { relation: 'within-distance' as const, distanceM: 10 + 80 * random() } }
          : rule,
      );
      return put({ ...pack, pack: { ...pack.pack, rules } });
    }
    case 'rename a pack':
      return put({ ...pack, pack: { ...pack.pack, version: `1.0.${seed}` } });
    case 'change a standard': {
      const standards = (pack.pack.standards ?? []).map((one) => ({
        ...one,
        value: one.value * (0.5 + random()),
      }));
      return put({ ...pack, pack: { ...pack.pack, standards } });
    }
    case 'change the tolerance': {
      const project = plan.get('project');
      if (project?.kind !== 'project') return plan;
      return put({ ...project, info: { ...project.info, toleranceM: random() } });
    }
    case 'change an accuracy': {
      const layer = plan.get('layer/parcels');
      return layer?.kind === 'layer'
        ? put({ ...layer, layer: { ...layer.layer, accuracyM: random() } })
        : plan;
    }
    case 'drop a layer':
      return without([['layer/roads', 'layer/facilities', 'layer/residential'][seed % 3]!]);
    case 'undo':
      return plan;
  }
}
