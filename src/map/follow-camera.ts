import type { Map as MapLibreMap } from 'maplibre-gl';
import { boxOf, type LonLatBox } from '../domain/feature';
import { featuresOf, type Plan } from '../domain/plan';
import type { AppStores } from '../store/app-stores';
import type { CameraWish } from '../store/session-store';
import { allOf } from './map-sources';

/** A single point fills no screen: this near is near enough. */
const NEAREST_ZOOM = 17;

/** Around districts and schools; null for an empty plan. */
export function planBox(plan: Plan): LonLatBox | null {
  let box: LonLatBox | null = null;
  for (const collection of ['districts', 'schools'] as const) {
    for (const { feature } of featuresOf(plan, collection)) {
      const own = boxOf(feature.geometry);
      if (own) box = box ? join(box, own) : own;
    }
  }
  return box;
}

function join(a: LonLatBox, b: LonLatBox): LonLatBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Whether the whole of a box is in view. */
function isSeen(map: MapLibreMap, [west, south, east, north]: LonLatBox): boolean {
  const view = map.getBounds();
  return view.contains([west, south]) && view.contains([east, north]);
}

/** Brings a box into view. MapLibre itself does without the flight where less motion is preferred. */
export function showBox(map: MapLibreMap, box: LonLatBox, animate = true): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const padding = Math.min(60, clientWidth / 6, clientHeight / 6);
  map.fitBounds([box[0], box[1], box[2], box[3]], { padding, maxZoom: NEAREST_ZOOM, animate, duration: 500 });
}

/**
 * Goes where the session wishes, and to the whole project when another one is opened. What is wished for often opens a
 * panel beside the map as well: if the map is resized before it has come to rest, it aims again.
 */
export function followCamera(map: MapLibreMap, { plan, session }: AppStores): () => void {
  let aim: CameraWish | null = null;
  const grant = ({ box, unlessSeen }: CameraWish, animate = true) => {
    if (!(unlessSeen && isSeen(map, box))) showBox(map, box, animate);
  };
  const pursue = () => {
    if (aim) grant(aim);
  };
  const showPlan = () => {
    const box = planBox(plan.getState().plan);
    if (box) showBox(map, box, false);
  };
  const forget = () => {
    aim = null;
  };
  const onMoveStart = ({ originalEvent }: { readonly originalEvent?: unknown }) => {
    if (originalEvent) forget();
  };
  showPlan();
  const { camera } = session.getState();
  if (camera) grant(camera, false);
  map.on('resize', pursue);
  map.on('movestart', onMoveStart);
  map.on('idle', forget);
  return allOf(
    plan.onReset(showPlan),
    session.subscribe((now, before) => {
      if (!now.camera || now.camera === before.camera) return;
      aim = now.camera;
      pursue();
    }),
    () => {
      map.off('resize', pursue);
      map.off('movestart', onMoveStart);
      map.off('idle', forget);
    },
  );
}
