import { valueDifference, type ValueDifference } from './compare-plans';
import { sameJson } from './same-json';

/**
 * What differs inside a value, by its path: `test` from `{ distanceM: 50 }` to `{ distanceM: 60 }` is `test.distanceM` from
 * 50 to 60. Lists are compared whole.
 */
export function leafDifferences({ name, before, after }: ValueDifference): readonly ValueDifference[] {
  if (!isObject(before) || !isObject(after)) return [valueDifference(name, before, after)];
  const names = Array.from(new Set([...Object.keys(before), ...Object.keys(after)]));
  return names
    .filter((member) => !sameJson(before[member], after[member]))
    .flatMap((member) =>
      leafDifferences({ name: `${name}.${member}`, before: before[member], after: after[member] }),
    );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
