import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { LayerName } from '../../domain/layer';
import type { MapLayer } from './layer';
import { byZoom, IS_FEATURE, shownBy } from './layer';
import type { ConflictMark, Palette } from '../../domain/looks/palette';
import { SOURCE } from './sources';

/**
 * How each mark is drawn besides its colour: the graver the wider, and what forbids or restricts nothing is dashed, so
 * that nobody has to tell them apart by colour.
 */
const MARKS: readonly {
  readonly mark: ConflictMark;
  readonly width: number;
  readonly dashed: boolean;
}[] = [
  { mark: 'notice', width: 1.4, dashed: true },
  { mark: 'marginal', width: 2, dashed: true },
  { mark: 'study', width: 2.6, dashed: true },
  { mark: 'restrict', width: 2.4, dashed: false },
  { mark: 'prohibit', width: 3.6, dashed: false },
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

/**
 * Layers of lines that run through the whole city: a finding is about one place along them, so that a mark as strong as
 * a parcel's would say what is not so. Theirs is thin and has no casing.
 */
const LINE_LAYERS: ReadonlySet<LayerName> = new Set(['roads', 'railways', 'pipelines', 'powerlines']);
const LINE_SHARE = 0.4;

const IS_POINT: FilterSpecification = ['==', ['geometry-type'], 'Point'];

const POINT_LAYERS: readonly LayerName[] = ['facilities', 'residential', 'water'];

/** A value by the mark in the feature state; `otherwise` where that is none of the looks. */
function byState(
  looks: typeof MARKS,
  of: (look: (typeof MARKS)[number]) => string | number,
  otherwise: string | number,
) {
  return [
    'match',
    ['coalesce', ['feature-state', 'mark'], ''],
    ...looks.flatMap((look) => [look.mark, of(look)]),
    otherwise,
  ] as unknown as ExpressionSpecification;
}

/** A width that grows with the zoom, given what it is in full: at the city's scale marks must not bury the parcels. */
function growing(full: (share: number) => ExpressionSpecification): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 10, full(0.45), 13, full(0.75), 16, full(1)];
}

/**
 * Few layers for all marks, for each costs time in every frame. What has no mark is drawn with no width, which costs
 * nothing; were it transparent, every pixel of it would be painted.
 */
function marksOf(source: LayerName, { mark: colour, markCasing }: Palette): LayerSpecification[] {
  const line = {
    type: 'line' as const,
    source,
    filter: IS_FEATURE,
    layout: { 'line-join': 'round' as const },
  };
  const isLine = LINE_LAYERS.has(source);
  const strength = isLine ? LINE_SHARE : 1;
  const width = (looks: typeof MARKS) =>
    growing((share) => byState(looks, ({ width: full }) => full * share * strength, 0));
  const [dashed, solid] = [MARKS.filter((look) => look.dashed), MARKS.filter((look) => !look.dashed)];
  const casing: LayerSpecification = {
    ...line,
    id: `${source}-mark-casing`,
    paint: {
      // The same for all, said by mark, so that one shader serves all solid lines here.
      'line-color': byState(MARKS, () => markCasing, markCasing),
      'line-width': growing((share) => byState(MARKS, () => 6 * share, 0)),
      'line-opacity': 0.8,
    },
  };
  return [
    ...(isLine ? [] : [casing]),
    {
      ...line,
      id: `${source}-mark-dashed`,
      paint: {
        'line-color': byState(dashed, ({ mark }) => colour[mark], colour.notice),
        'line-width': width(dashed),
        'line-dasharray': [2.5, 1.5],
      },
    },
    {
      ...line,
      id: `${source}-mark-solid`,
      paint: {
        'line-color': byState(solid, ({ mark }) => colour[mark], colour.notice),
        'line-width': width(solid),
      },
    },
  ];
}

/** Rings around points; their width tells the marks apart. */
function pointMarksOf(source: LayerName, { mark: colour }: Palette): LayerSpecification[] {
  return [
    {
      id: `${source}-mark-ring`,
      type: 'circle',
      source,
      filter: IS_POINT,
      paint: {
        'circle-radius': byZoom([10, 2.5], [12, 4.5], [14, 9], [16, 12]),
        'circle-opacity': 0,
        'circle-stroke-color': byState(MARKS, ({ mark }) => colour[mark], colour.notice),
        'circle-stroke-width': growing((share) => byState(MARKS, ({ width: full }) => full * share, 0)),
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

/** Sources with a line around what is selected or hovered. */
export const EMPHASIZED: readonly LayerName[] = [...OBJECT_LAYERS, 'districts'];

/** The layer of such a line. */
export const emphasisLine = (source: LayerName): string => `${source}-emphasis`;

/** Of such a line. One with no opacity at all is passed over when a frame is drawn; no width for all is drawn as well. */
export const EMPHASIS_OPACITY = 0.85;

/** Selected and hovered features, by feature state: a wide quiet band, wider for what is selected. */
export function emphasisLayers({ selected, hovered }: Palette): MapLayer[] {
  const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
  const isHovered: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false];
  const colour: ExpressionSpecification = ['case', isSelected, selected, hovered];
  /** The same at every zoom; said by zoom, so that the shader of the marks serves here too. */
  const width = (full: number): ExpressionSpecification => {
    const value: ExpressionSpecification = ['case', isSelected, full, isHovered, full * 0.6, 0];
    return ['interpolate', ['linear'], ['zoom'], 0, value, 22, value];
  };
  const lines = EMPHASIZED.map((source): LayerSpecification => ({
    id: emphasisLine(source),
    type: 'line',
    source,
    filter: IS_FEATURE,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width(4), 'line-opacity': EMPHASIS_OPACITY },
  }));
  const points = ([...POINT_LAYERS, SOURCE.planPoints] as const).map((source): LayerSpecification => ({
    id: `${source}-emphasis-ring`,
    type: 'circle',
    source,
    filter: source === SOURCE.planPoints ? ['==', ['get', 'layer'], 'schools'] : IS_POINT,
    paint: {
      'circle-radius': byZoom([10, 7], [13, 12], [16, 17]),
      'circle-opacity': 0,
      'circle-stroke-color': colour,
      'circle-stroke-width': width(3.5),
    },
  }));
  return shownBy(null, ...lines, ...points);
}
