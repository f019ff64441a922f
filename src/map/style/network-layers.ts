import type { DataDrivenPropertyValueSpecification, FilterSpecification } from 'maplibre-gl';
import type { MapLayer } from './layer';
import { byZoom, shownBy } from './layer';
import type { Palette } from '../../domain/looks/palette';

type Width = DataDrivenPropertyValueSpecification<number>;

/** Widths in pixels by class, at zooms 10, 13, 16 and 19. */
const ROAD_WIDTHS = {
  expressway: [1.4, 3.2, 10, 34],
  arterial: [1, 2.4, 9, 30],
  secondary: [0.5, 1.4, 6.5, 22],
  branch: [0.2, 0.8, 4.5, 15],
  path: [0, 0.4, 2, 6],
} as const;
const ZOOMS = [10, 13, 16, 19] as const;

function roadWidth(extra: number): Width {
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    ...ZOOMS.flatMap((zoom, i) => [
      zoom,
      [
        'match',
        ['coalesce', ['get', 'class'], ''],
        ...Object.entries(ROAD_WIDTHS).flatMap(([name, widths]) => [
          name,
          widths[i]! + (widths[i]! > 0.3 ? extra : 0),
        ]),
        ROAD_WIDTHS.branch[i]! + extra,
      ],
    ]),
  ] as unknown as Width;
}

const MAJOR: FilterSpecification = ['in', ['get', 'class'], ['literal', ['expressway', 'arterial']]];
const IS_BRIDGE: FilterSpecification = ['==', ['get', 'bridge'], true];
const NO_BRIDGE: FilterSpecification = ['!=', ['get', 'bridge'], true];

/** Roads with casing, bridges over them (and over water), railways. */
export function transportLayers({ road, rail, ground }: Palette): MapLayer[] {
  const colour = [
    'case',
    MAJOR,
    road.major,
    road.minor,
  ] as unknown as DataDrivenPropertyValueSpecification<string>;
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const fade = byZoom([11, 0.55], [13.5, 1]);
  return [
    ...shownBy(
      'roads',
      {
        id: 'roads-casing',
        type: 'line',
        source: 'roads',
        filter: NO_BRIDGE,
        layout: round,
        paint: { 'line-color': road.casing, 'line-width': roadWidth(1.4), 'line-opacity': fade },
      },
      {
        id: 'roads-line',
        type: 'line',
        source: 'roads',
        filter: NO_BRIDGE,
        layout: round,
        paint: { 'line-color': colour, 'line-width': roadWidth(0) },
      },
      {
        id: 'bridges-casing',
        type: 'line',
        source: 'roads',
        filter: IS_BRIDGE,
        layout: { 'line-cap': 'butt' },
        paint: { 'line-color': road.bridge, 'line-width': roadWidth(2.6) },
      },
      {
        id: 'bridges-line',
        type: 'line',
        source: 'roads',
        filter: IS_BRIDGE,
        layout: { 'line-cap': 'butt' },
        paint: { 'line-color': colour, 'line-width': roadWidth(0) },
      },
    ),
    ...shownBy(
      'railways',
      {
        id: 'railways-line',
        type: 'line',
        source: 'railways',
        paint: { 'line-color': rail, 'line-width': byZoom([10, 1.2], [16, 4]) },
      },
      {
        id: 'railways-ties',
        type: 'line',
        source: 'railways',
        minzoom: 11,
        paint: { 'line-color': ground, 'line-width': byZoom([11, 0.7], [16, 2.4]), 'line-dasharray': [4, 4] },
      },
    ),
  ];
}

/** Power lines, pipelines and control lines: thin, dashed each in its own way. */
export function utilityLayers({ power, pipeline, control }: Palette): MapLayer[] {
  return [
    ...shownBy('pipelines', {
      id: 'pipelines-line',
      type: 'line',
      source: 'pipelines',
      minzoom: 11,
      paint: {
        'line-color': pipeline,
        'line-width': byZoom([11, 0.8], [16, 2]),
        'line-dasharray': [6, 1.5, 1, 1.5],
      },
    }),
    ...shownBy('powerlines', {
      id: 'powerlines-line',
      type: 'line',
      source: 'powerlines',
      minzoom: 11,
      paint: { 'line-color': power, 'line-width': byZoom([11, 0.7], [16, 1.6]), 'line-dasharray': [4, 3] },
    }),
    ...shownBy('controlLines', {
      id: 'controlLines-line',
      type: 'line',
      source: 'controlLines',
      minzoom: 12,
      paint: {
        'line-color': [
          'match',
          ['coalesce', ['get', 'type'], ''],
          ...Object.entries(control).flat(),
          control.other ?? power,
        ] as unknown as DataDrivenPropertyValueSpecification<string>,
        'line-width': byZoom([12, 0.8], [16, 1.8]),
        'line-dasharray': [8, 2],
      },
    }),
  ];
}
