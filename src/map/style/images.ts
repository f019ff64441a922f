import type { ExpressionSpecification } from 'maplibre-gl';
import { STAGES } from '../../domain/stage';
import { STATUSES } from '../../domain/status';
import { FACILITY_GROUP_NAMES, FACILITY_GROUPS } from '../../domain/looks/facility-groups';

/** Names of the images that the style refers to; `draw-images.ts` draws them. */
export const IMAGE = {
  reservation: 'hatch-reservation',
  overlap: 'hatch-overlap',
} as const;

export const BADGE_STAGES = [...STAGES, 'other'] as const;

export function badgeImage(stage: string, status: string): string {
  return `school-${stage}-${status}`;
}

export function facilityImage(group: string): string {
  return `facility-${group}`;
}

/** The badge of a school by its `stage` and `status`; unknown ones look like "other" and "proposed". */
export function badgeOf(): ExpressionSpecification {
  return [
    'concat',
    'school-',
    ['match', ['coalesce', ['get', 'stage'], ''], [...STAGES], ['get', 'stage'], 'other'],
    '-',
    ['match', ['coalesce', ['get', 'status'], ''], [...STATUSES], ['get', 'status'], 'proposed'],
  ];
}

/** The symbol of a facility by its `kind`. */
export function facilitySymbol(): ExpressionSpecification {
  const cases = FACILITY_GROUP_NAMES.flatMap((group) => {
    const { kinds } = FACILITY_GROUPS[group];
    return kinds.length > 0 ? [[...kinds], facilityImage(group)] : [];
  });
  return [
    'match',
    ['coalesce', ['get', 'kind'], ''],
    ...cases,
    facilityImage('other'),
  ] as unknown as ExpressionSpecification;
}
