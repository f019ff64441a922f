import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
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

/** What stands along a catchment's edge. */
type CatchmentLabel = (properties: CatchmentProperties) => string;

const NONE = { type: 'FeatureCollection' as const, features: [] };

function labelled(areas: Areas<CatchmentProperties>, label: CatchmentLabel): Feature<Area, object>[] {
  return areas.features.map((area) => ({
    ...area,
    properties: { ...area.properties, label: label(area.properties) },
  }));
}

/** Keeps zones, catchments and the overlap of what is selected, chosen or in hand on the map. */
export function followOverlays(
  map: MapLibreMap,
  { analysis, layers, session }: AppStores,
  engine: MapEngine,
  label: CatchmentLabel,
): { readonly relabel: () => void; readonly stop: () => void } {
  const asking = <Query, Answer extends FeatureCollection | Area | null>(
    source: string,
    ask: (query: Query) => Promise<Answer>,
    shapes: (answer: Answer) => readonly Feature<Geometry, object>[],
  ) => {
    const question = latestWins<Query | null, Answer | null>(
      (query) => (query === null ? Promise.resolve(null) : ask(query)),
      (answer) => fill(map, source, answer === null ? [] : shapes(answer)),
      () => fill(map, source, []),
    );
    return question;
  };

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
    (areas) => labelled(areas, label),
  );
  const overlap = asking<ConflictRef, Area | null>(
    SOURCE.overlap,
    (conflict) => engine.overlapShape(conflict),
    (geometry) => (geometry ? [{ type: 'Feature', geometry, properties: {} }] : []),
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
  };

  const showPreview = () => {
    const { preview } = analysis.getState();
    fill(map, SOURCE.previewZones, preview?.zones ?? NONE);
    fill(map, SOURCE.previewCatchments, preview ? labelled(preview.catchments, label) : []);
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
