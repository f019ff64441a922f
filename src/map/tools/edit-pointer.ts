import type { Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { gripAt, HANDLE_PX, type Grip } from './edit-model';
import type { EditHand } from './edit-hand';
import type { ToolContext } from './tool';

/** Less than this is a click, not a drag. */
const DRAG_PX = 3;

interface Drag {
  readonly pointer: number;
  readonly grip: Grip;
  readonly fromX: number;
  readonly fromY: number;
  readonly from: Position;
  moving: boolean;
}

/**
 * Vertices and the body under mouse and finger. Pointer events come before the mouse and touch events that MapLibre
 * pans by, so that panning can be switched off for what is held, and only for that.
 */
export function followEditPointer({ map, snapping }: ToolContext, hand: EditHand): () => void {
  const canvas = map.getCanvas();
  let drag: Drag | null = null;

  const place = (event: PointerEvent) => {
    const { left, top } = canvas.getBoundingClientRect();
    const x = event.clientX - left;
    const y = event.clientY - top;
    const { lng, lat } = map.unproject([x, y]);
    return { x, y, at: [lng, lat] as Position };
  };

  const grip = (event: PointerEvent): Grip | null => {
    const pixel = place(event);
    const reach = event.pointerType === 'touch' ? HANDLE_PX.touch : HANDLE_PX.mouse;
    const handle = gripAt(hand.geometry(), pixel, reach, ([lng = 0, lat = 0]) => map.project([lng, lat]));
    if (handle) return handle;
    return onBody(map, pixel) ? { kind: 'body' } : null;
  };

  const onDown = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0 || drag) return;
    const held = grip(event);
    if (!held) return;
    const { x, y, at } = place(event);
    drag = { pointer: event.pointerId, grip: held, fromX: x, fromY: y, from: at, moving: false };
    map.dragPan.disable();
    canvas.setPointerCapture(event.pointerId);
    if (held.kind === 'vertex') hand.focus(held.path);
  };

  const onMove = (event: PointerEvent) => {
    if (!drag) {
      const over = grip(event);
      canvas.style.cursor = over === null ? '' : over.kind === 'body' ? 'move' : 'pointer';
      return;
    }
    if (event.pointerId !== drag.pointer) return;
    const { x, y, at } = place(event);
    if (!drag.moving) {
      if (Math.hypot(x - drag.fromX, y - drag.fromY) < DRAG_PX) return;
      drag.moving = true;
      if (drag.grip.kind === 'midpoint') hand.insert(drag.grip.path, drag.grip.position);
    }
    if (drag.grip.kind === 'body') {
      hand.dragBody(at[0]! - drag.from[0]!, at[1]! - drag.from[1]!);
    } else {
      hand.dragVertex(snapping.snap(at)?.position ?? at);
    }
  };

  const release = () => {
    drag = null;
    map.dragPan.enable();
  };

  const onUp = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    const { grip: held, moving } = drag;
    release();
    if (!moving && held.kind === 'midpoint') hand.insert(held.path, held.position);
    if (!moving && held.kind === 'vertex' && event.altKey) hand.remove();
    else hand.commit();
  };

  const onCancel = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    release();
    hand.reload();
  };

  const touchAction = canvas.style.touchAction;
  canvas.style.touchAction = 'none';
  canvas.addEventListener('pointerdown', onDown);
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerup', onUp);
  canvas.addEventListener('pointercancel', onCancel);
  return () => {
    canvas.style.touchAction = touchAction;
    canvas.style.cursor = '';
    canvas.removeEventListener('pointerdown', onDown);
    canvas.removeEventListener('pointermove', onMove);
    canvas.removeEventListener('pointerup', onUp);
    canvas.removeEventListener('pointercancel', onCancel);
    if (drag) map.dragPan.enable();
  };
}

function onBody(map: MapLibreMap, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return map.queryRenderedFeatures([x, y], { layers: ['edit-fill'] }).length > 0;
}
