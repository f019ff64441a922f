import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { LayerName } from '../../domain/layer';
import type { MapLayer } from './layer';
import { byZoom, IS_FEATURE, shownBy } from './layer';
import type { ConflictMark, Palette } from './palette';
import { SOURCE } from './sources';

/**
 * How each mark is drawn besides its colour: graver is wider, and each has its own dash (in line widths), so that
 * nobody has to tell them apart by colour.
 */
const MARKS: readonly {
  readonly mark: ConflictMark;
  readonly width: number;
  readonly dash: number[] | null;
}[] = [
  { mark: 'notice', width: 1.6, dash: [1, 2] },
  { mark: 'marginal', width: 2, dash: [3, 1.5, 0.8, 1.5] },
  { mark: 'study', width: 2.2, dash: [2, 1.2] },
  { mark: 'restrict', width: 2.8, dash: [5, 1.2] },
  { mark: 'prohibit', width: 3.4, dash: null },
];

/** Layers whose features can be the object of a conflict, areas below lines. */
const OBJECT_LAYERS: readonly LayerName[] = [
  'water',
  'residential',
  'parcels',
  'controlLines',
  'roads',
  'railways',
  'pipelines',
  'powerlines',
  'facilities',
  'reservations',
  'schools',
];

const POINT_LAYERS: readonly LayerName[] = ['facilities', 'residential', 'water'];

function stateIs(mark: ConflictMark): ExpressionSpecification {
  return ['==', ['coalesce', ['feature-state', 'mark'], ''], mark];
}

/** Scales a mark's width with the zoom: at the city's scale marks must not bury the parcels. */
function width(full: number) {
  return byZoom([10, full * 0.45], [13, full * 0.75], [16, full]);
}

function marksOf(source: LayerName, { mark: colour, markCasing }: Palette): LayerSpecification[] {
  const marked: ExpressionSpecification = ['to-boolean', ['feature-state', 'mark']];
  return [
    {
      id: `${source}-mark-casing`,
      type: 'line',
      source,
      filter: IS_FEATURE,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': markCasing,
        'line-width': width(6),
        'line-opacity': ['case', marked, 0.8, 0],
      },
    },
    ...MARKS.map(({ mark, width: full, dash }): LayerSpecification => ({
      id: `${source}-mark-${mark}`,
      type: 'line',
      source,
      filter: IS_FEATURE,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour[mark],
        'line-width': width(full),
        'line-opacity': ['case', stateIs(mark), 1, 0],
        ...(dash ? { 'line-dasharray': dash } : {}),
      },
    })),
  ];
}

/** Rings around points; their width tells the marks apart. */
function pointMarksOf(source: LayerName, { mark: colour }: Palette): LayerSpecification[] {
  const stroke = (share: number) =>
    [
      'match',
      ['coalesce', ['feature-state', 'mark'], ''],
      ...MARKS.flatMap(({ mark, width: full }) => [mark, full * share]),
      0,
    ] as unknown as ExpressionSpecification;
  return [
    {
      id: `${source}-mark-ring`,
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': byZoom([10, 2.5], [12, 4.5], [14, 9], [16, 12]),
        'circle-opacity': 0,
        'circle-stroke-color': [
          'match',
          ['coalesce', ['feature-state', 'mark'], ''],
          ...MARKS.flatMap(({ mark }) => [mark, colour[mark]]),
          colour.notice,
        ] as unknown as ExpressionSpecification,
        'circle-stroke-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          10,
          stroke(0.5),
          16,
          stroke(1),
        ] as unknown as ExpressionSpecification,
      },
    },
  ];
}

/** The layer of `SOURCE.farMarks`; how near it is shown follows the density of the parcels. */
export const FAR_MARK_LAYER = 'far-mark';

/** Dots for conflicts of parcels too small to be drawn: the graver the larger and the higher. */
function farMarks({ mark: colour, markCasing }: Palette): LayerSpecification {
  const byMark = (of: (mark: ConflictMark, width: number) => string | number, otherwise: string | number) =>
    [
      'match',
      ['get', 'mark'],
      ...MARKS.flatMap(({ mark, width: full }) => [mark, of(mark, full)]),
      otherwise,
    ] as unknown as ExpressionSpecification;
  return {
    id: FAR_MARK_LAYER,
    type: 'circle',
    source: SOURCE.farMarks,
    layout: { 'circle-sort-key': byMark((_, full) => full, 0) },
    paint: {
      'circle-color': byMark((mark) => colour[mark], colour.notice),
      'circle-radius': byMark((_, full) => full * 0.7, 1),
      'circle-stroke-color': markCasing,
      'circle-stroke-width': 0.5,
    },
  };
}

/** Outlines of the objects of conflicts, by `mark` in the feature state. */
export function conflictLayers(palette: Palette): MapLayer[] {
  return shownBy(
    'conflicts',
    ...OBJECT_LAYERS.flatMap((source) => marksOf(source, palette)),
    ...POINT_LAYERS.flatMap((source) => pointMarksOf(source, palette)),
    farMarks(palette),
  );
}

/** Selected and hovered features, by feature state: a wide quiet band, wider for what is selected. */
export function emphasisLayers({ selected, hovered }: Palette): MapLayer[] {
  const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
  const isHovered: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false];
  const colour: ExpressionSpecification = ['case', isSelected, selected, hovered];
  const opacity = (full: number): ExpressionSpecification => [
    'case',
    isSelected,
    full,
    isHovered,
    full * 0.7,
    0,
  ];
  const lines = ([...OBJECT_LAYERS, 'districts'] as const).map((source): LayerSpecification => ({
    id: `${source}-emphasis`,
    type: 'line',
    source,
    filter: IS_FEATURE,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['case', isSelected, 4, 2.5],
      'line-offset': 0,
      'line-opacity': opacity(0.9),
    },
  }));
  const points = ([...POINT_LAYERS, SOURCE.planPoints] as const).map((source): LayerSpecification => ({
    id: `${source}-emphasis-ring`,
    type: 'circle',
    source,
    filter:
      source === SOURCE.planPoints ? ['==', ['get', 'layer'], 'schools'] : ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': byZoom([10, 7], [13, 12], [16, 17]),
      'circle-opacity': 0,
      'circle-stroke-color': colour,
      'circle-stroke-width': ['case', isSelected, 3.5, 2],
      'circle-stroke-opacity': opacity(1),
    },
  }));
  return shownBy(null, ...lines, ...points);
}
