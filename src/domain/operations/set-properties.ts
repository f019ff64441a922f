import { withProperties } from '../feature';
import type { JsonValue } from '../json';
import type { CollectionName } from '../layer';
import { message } from '../message';
import type { Operation } from '../operation';
import { featureOf } from '../plan';
import { EMPTY_DIFF } from '../plan-diff';
import { err, ok } from '../result';
import { propertyFault } from './property-fault';
import { replacing } from './record-diff';

export interface SetPropertiesInput {
  readonly collection: CollectionName;
  readonly id: string;
  /** A value of `undefined` removes the property. */
  readonly changes: Readonly<Record<string, JsonValue | undefined>>;
}

function same(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return one === other || (one !== undefined && JSON.stringify(one) === JSON.stringify(other));
}

/** Changes properties of a feature, unknown ones too. Its id stays: decisions and other features refer to it. */
export const setProperties: Operation<SetPropertiesInput> = (plan, { collection, id, changes }) => {
  const record = featureOf(plan, collection, id);
  if (!record) return err(message('feature.missing', { id }));
  const before = record.feature.properties ?? {};
  const changed = Object.entries(changes).filter(([property, value]) => !same(before[property], value));
  for (const [property, value] of changed) {
    if (property === 'id') return err(message('property.id-fixed'));
    const fault = value === undefined ? null : propertyFault(property, value);
    if (fault) return err(fault);
  }
  if (changed.length === 0) return ok(EMPTY_DIFF);
  return ok(
    replacing(record, { ...record, feature: withProperties(record.feature, Object.fromEntries(changed)) }),
  );
};
