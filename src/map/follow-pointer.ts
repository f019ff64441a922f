import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { FeatureRef } from '../domain/conflict';
import type { AppStores } from '../store/app-stores';
import { lookKey, marksOfFindings } from './feature-states';
import { latestWins } from './latest-wins';
import type { MapEngine } from './map-engine';
import { allOf } from './map-sources';
import type { MapUiStore } from './map-ui-store';
import { pickAt, type Pick } from './picking';
import { isReferenceName } from './style/sources';

/** What the largest tooltip takes beside the pointer, in pixels (see map-view.css). */
const TOOLTIP_ROOM = { x: 280, y: 48 };

/** What to call a feature in the tooltip. */
type NameFeature = (pick: Pick) => string;

function refKey({ layer, id }: FeatureRef): string {
  return `${layer}/${id}`;
}

/** Pointer position, hover and selection. Looking under the pointer waits for the next frame. */
export function followPointer(
  map: MapLibreMap,
  { analysis, session }: AppStores,
  ui: MapUiStore,
  engine: MapEngine,
  nameOf: NameFeature,
): () => void {
  let frame = 0;
  /** The press was for selecting: the one that ends a drawing must not select what lies beneath. */
  let armed = false;

  const hasConflict = ({ layer, id }: FeatureRef) =>
    marksOfFindings(analysis.getState().byId).has(lookKey({ source: layer, id }));
  const selecting = () => session.getState().tool.mode === 'select';

  /** What the feature under the pointer is called; names that are not drawn are asked for. */
  let named: { readonly key: string; text: string } | null = null;
  const names = latestWins(
    ({ ref }: Pick) => engine.feature(ref),
    (feature, { ref }) => {
      if (!feature || named?.key !== refKey(ref)) return;
      named.text = nameOf({ ref, properties: feature.properties ?? {} });
      const { tooltip } = ui.getState();
      if (tooltip) ui.setState({ tooltip: { ...tooltip, text: named.text } });
    },
    () => undefined,
  );
  const placed = ({ x, y }: { readonly x: number; readonly y: number }) => {
    const { clientWidth, clientHeight } = map.getContainer();
    return { x, y, leftwards: x > clientWidth - TOOLTIP_ROOM.x, upwards: y > clientHeight - TOOLTIP_ROOM.y };
  };
  const textOf = (pick: Pick): string => {
    const key = refKey(pick.ref);
    if (named?.key !== key) {
      named = { key, text: nameOf(pick) };
      if (isReferenceName(pick.ref.layer) && pick.properties.name === undefined) names.ask(pick);
    }
    return named.text;
  };

  const hover = (pick: Pick | null, point: { readonly x: number; readonly y: number }) => {
    const { hovered } = session.getState();
    const next = pick?.ref ?? null;
    const same = next === null ? hovered === null : hovered !== null && refKey(next) === refKey(hovered);
    if (!same) session.setState({ hovered: next });
    map.getCanvas().style.cursor = pick && pick.ref.layer !== 'districts' ? 'pointer' : '';
    // A district is everywhere: its name would follow the pointer all day.
    const text = pick && pick.ref.layer !== 'districts' ? textOf(pick) : '';
    ui.setState({ tooltip: text === '' ? null : { ...placed(point), text } });
  };

  const leave = () => {
    cancelAnimationFrame(frame);
    session.setState({ pointer: null });
    if (selecting()) hover(null, { x: 0, y: 0 });
    else ui.setState({ tooltip: null });
  };
  const onMove = ({ lngLat, point, originalEvent }: MapMouseEvent) => {
    cancelAnimationFrame(frame);
    // Asked of the mouse, not of the map, which may go on saying that it moves after a drag.
    const isDragging = originalEvent.buttons !== 0;
    frame = requestAnimationFrame(() => {
      session.setState({ pointer: [lngLat.lng, lngLat.lat] });
      if (selecting() && !isDragging) hover(pickAt(map, point, hasConflict), point);
    });
  };
  const onPress = () => {
    armed = selecting();
  };
  const onClick = ({ point }: MapMouseEvent) => {
    if (!armed || !selecting()) return;
    const pick = pickAt(map, point, hasConflict);
    session.select(pick ? { kind: 'feature', ref: pick.ref } : null);
  };
  const clearTooltip = () => ui.setState({ tooltip: null });

  const canvas = map.getCanvas();
  canvas.addEventListener('pointerdown', onPress);
  map.on('mousemove', onMove);
  map.on('mouseout', leave);
  map.on('click', onClick);
  map.on('movestart', clearTooltip);
  return allOf(
    session.subscribe((now, before) => {
      if (now.tool.mode !== before.tool.mode) hover(null, { x: 0, y: 0 });
    }),
    () => cancelAnimationFrame(frame),
    () => names.drop(),
    () => canvas.removeEventListener('pointerdown', onPress),
    () => map.off('mousemove', onMove),
    () => map.off('mouseout', leave),
    () => map.off('click', onClick),
    () => map.off('movestart', clearTooltip),
  );
}
