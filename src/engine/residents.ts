import { numberOf, type Described } from '../domain/feature';

/**
 * Residents of a residential feature: its `population`, else its `households` times the persons per household that
 * the project assumes. Null where neither is known: how many live in a household is not for the engine to invent.
 */
export function residentsOf(home: Described, householdSize: number | undefined): number | null {
  const population = numberOf(home, 'population');
  if (population !== undefined) return Math.max(0, population);
  const households = numberOf(home, 'households');
  if (households === undefined || householdSize === undefined) return null;
  return Math.max(0, households) * householdSize;
}
