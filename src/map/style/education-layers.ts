import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from 'maplibre-gl';
import { badgeOf, IMAGE } from './images';
import type { MapLayer } from './layer';
import { byZoom, shownBy } from './layer';
import type { Palette } from '../../domain/looks/palette';
import { SOURCE } from './sources';

/** Colour of a stage, from a property that names one. */
export function stageColour({ stage }: Palette, property = 'stage'): ExpressionSpecification {
  const { other, ...known } = stage;
  return [
    'match',
    ['coalesce', ['get', property], ''],
    ...Object.entries(known).flat(),
    other,
  ] as unknown as ExpressionSpecification;
}

/** What is being edited is shown by the hand's own layers; its record fades. */
const IN_HAND: ExpressionSpecification = ['boolean', ['feature-state', 'inHand'], false];

function byStatus<T>(existing: T, building: T, planned: T, proposed: T): ExpressionSpecification {
  const value = (of: T) => (Array.isArray(of) ? ['literal', of] : of);
  return [
    'match',
    ['coalesce', ['get', 'status'], ''],
    'existing',
    value(existing),
    'under-construction',
    value(building),
    'planned',
    value(planned),
    value(proposed),
  ] as unknown as ExpressionSpecification;
}

const IS_POLYGON: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];

/** Land of reservations and schools: hatched, and filled by status (a proposed site is hollow). */
export function siteLayers(palette: Palette): MapLayer[] {
  const dashes = byStatus([1, 0], [5, 1.2], [3, 1.6], [1, 1.4]) as DataDrivenPropertyValueSpecification<
    number[]
  >;
  return [
    ...shownBy(
      'reservations',
      {
        id: 'reservations-fill',
        type: 'fill',
        source: 'reservations',
        paint: { 'fill-pattern': IMAGE.reservation, 'fill-opacity': ['case', IN_HAND, 0.25, 0.75] },
      },
      {
        id: 'reservations-line',
        type: 'line',
        source: 'reservations',
        paint: {
          'line-color': palette.reservation,
          'line-width': byZoom([11, 0.8], [16, 1.8]),
          'line-opacity': ['case', IN_HAND, 0.25, 1],
          'line-dasharray': [4, 2],
        },
      },
    ),
    ...shownBy(
      'schools',
      {
        id: 'schools-fill',
        type: 'fill',
        source: 'schools',
        filter: IS_POLYGON,
        paint: {
          'fill-color': stageColour(palette),
          'fill-opacity': ['case', IN_HAND, 0.05, byStatus(0.5, 0.35, 0.18, 0.02)],
        },
      },
      {
        id: 'schools-line',
        type: 'line',
        source: 'schools',
        filter: IS_POLYGON,
        paint: {
          'line-color': stageColour(palette),
          'line-width': byZoom([11, 1], [16, 2.2]),
          'line-opacity': ['case', IN_HAND, 0.3, 1],
          'line-dasharray': dashes,
        },
      },
    ),
  ];
}

/** A badge per school with the letter of its stage: all there is to see of a school at the city's scale. */
export function badgeLayers(): MapLayer[] {
  return shownBy('schools', {
    id: 'schools-badge',
    type: 'symbol',
    source: SOURCE.planPoints,
    filter: ['==', ['get', 'layer'], 'schools'],
    layout: {
      'icon-image': badgeOf(),
      'icon-size': byZoom([10, 0.42], [12, 0.6], [14, 0.85], [16, 1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': false,
      'symbol-sort-key': byStatus(0, 1, 2, 3),
    },
    paint: { 'icon-opacity': ['case', IN_HAND, 0.25, 1] },
  });
}
