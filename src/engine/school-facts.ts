import { idsOf, textOf, type Described } from '../domain/feature';

/** Status of a school, reservation or other feature; a school or reservation that says nothing stands: `existing`. */
export function statusOf(feature: Described): string {
  return textOf(feature, 'status') ?? 'existing';
}

/** Parcels that are the school's own, or that it stands in as their guest. */
export function ownParcelsOf(school: Described): readonly string[] {
  return [...idsOf(school, 'parcelIds'), ...idsOf(school, 'hostParcelId')];
}

/** A reservation protects until a document ends it; a permit that has run out does not. */
export function isEnded(feature: Described): boolean {
  return textOf(feature, 'endedByDoc') !== undefined;
}
