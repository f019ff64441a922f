import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Conflict } from '../domain/conflict';
import type {
  CatchmentProperties,
  CatchmentQuery,
  ConflictRef,
  ZoneProperties,
  ZoneQuery,
} from '../engine/protocol';
import type { AppStores } from '../store/app-stores';
import type { LayersState } from '../store/layers-store';
import { latestWins } from './latest-wins';
import type { MapEngine } from './map-engine';
import { allOf, fill } from './map-sources';
import { overlayWishes, worthDrawing } from './overlay-wishes';
import { SOURCE } from './style/sources';

type Area = Polygon | MultiPolygon;
type Areas<P> = FeatureCollection<Area, P>;

/** Words on the shapes, in the language of the day. */
interface OverlayLabels {
  /** What stands along a catchment's edge. */
  readonly catchment: (properties: CatchmentProperties) => string;
  /** What stands along the line of a measured distance. */
  readonly distance: (distanceM: number) => string;
}

type Line = readonly [Position, Position];

const NONE = { type: 'FeatureCollection' as const, features: [] };

function labelled(
  areas: Areas<CatchmentProperties>,
  label: OverlayLabels['catchment'],
): Feature<Area, object>[] {
  return areas.features.map((area) => ({
    ...area,
    properties: { ...area.properties, label: label(area.properties) },
  }));
}

/** A line, its ends, and its length in the middle: along the line it would have no room on a short one. */
function dimensionShapes([from, to]: Line, label: string): Feature<Geometry, object>[] {
  const middle = [(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2];
  const point = (coordinates: Position, properties: object): Feature<Geometry, object> => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties,
  });
  return [
    { type: 'Feature', geometry: { type: 'LineString', coordinates: [from, to] }, properties: {} },
    point(from, {}),
    point(to, {}),
    point(middle, { label }),
  ];
}

/** Keeps zones, catchments, overlap and measured distance of what is selected, chosen or in hand on the map. */
export function followOverlays(
  map: MapLibreMap,
  { analysis, layers, session }: AppStores,
  engine: MapEngine,
  labels: OverlayLabels,
): { readonly relabel: () => void; readonly stop: () => void } {
  const asking = <Query, Answer>(
    source: string,
    ask: (query: Query) => Promise<Answer | null>,
    shapes: (answer: Answer, query: Query) => readonly Feature<Geometry, object>[],
  ) =>
    latestWins<Query | null, Answer | null>(
      (query) => (query === null ? Promise.resolve(null) : ask(query)),
      (answer, query) => fill(map, source, answer === null || query === null ? [] : shapes(answer, query)),
      () => fill(map, source, []),
    );

  /** Rules that the selected site fails. */
  const failedRules = (): ReadonlySet<string> => {
    const { selection } = session.getState();
    if (selection?.kind !== 'feature') return new Set();
    const { layer, id } = selection.ref;
    return new Set(
      Array.from(analysis.getState().byId.values()).flatMap(({ conflict: { subject, rule } }) =>
        subject.layer === layer && subject.id === id ? [rule] : [],
      ),
    );
  };

  const zones = asking<ZoneQuery, Areas<ZoneProperties>>(
    SOURCE.zones,
    (query) => engine.zones(query),
    ({ features }) => worthDrawing(features, failedRules()),
  );
  const catchments = asking<CatchmentQuery, Areas<CatchmentProperties>>(
    SOURCE.catchments,
    (query) => engine.catchments(query),
    (areas) => labelled(areas, labels.catchment),
  );
  const overlap = asking<ConflictRef, Area>(
    SOURCE.overlap,
    (conflict) => engine.overlapShape(conflict),
    (geometry) => [{ type: 'Feature', geometry, properties: {} }],
  );
  const dimension = asking<Conflict, Line>(
    SOURCE.dimension,
    ({ rule, subject, object }) => engine.nearestPoints({ rule, subject, object }),
    (line, { distanceM }) => dimensionShapes(line, labels.distance(distanceM)),
  );

  const refresh = () => {
    const { selection: selected, tool } = session.getState();
    const selection = tool.mode === 'select' ? selected : null;
    const conflict =
      selection?.kind === 'conflict' ? analysis.getState().byId.get(selection.id)?.conflict : null;
    const wishes = overlayWishes(layers.getState(), selection, conflict ?? null);
    zones.ask(wishes.zones);
    catchments.ask(wishes.catchments);
    overlap.ask(wishes.overlap);
    dimension.ask(wishes.dimension);
  };

  const showPreview = () => {
    const { preview } = analysis.getState();
    fill(map, SOURCE.previewZones, preview?.zones ?? NONE);
    fill(map, SOURCE.previewCatchments, preview ? labelled(preview.catchments, labels.catchment) : []);
  };

  const ofLayers = ({ visible, catchmentStage, zoneRule }: LayersState) =>
    [visible.zones, visible.catchments, visible.conflicts, catchmentStage, zoneRule].join();

  refresh();
  const stop = allOf(
    analysis.subscribe((now, before) => {
      if (now.analysis !== before.analysis) refresh();
      if (now.preview !== before.preview) showPreview();
    }),
    layers.subscribe((now, before) => {
      if (ofLayers(now) !== ofLayers(before)) refresh();
    }),
    session.subscribe((now, before) => {
      if (now.selection !== before.selection || now.tool.mode !== before.tool.mode) refresh();
    }),
    () => {
      zones.drop();
      catchments.drop();
      overlap.drop();
      dimension.drop();
    },
  );
  return {
    relabel: () => {
      refresh();
      showPreview();
    },
    stop,
  };
}
