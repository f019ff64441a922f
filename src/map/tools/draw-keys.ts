import type { Position } from 'geojson';
import type { SketchControl } from '../../store/session-store';
import type { ToolContext } from './tool';

interface DrawHand {
  readonly point: (at: Position) => void;
  readonly place: (at: Position) => void;
  readonly rest: () => void;
  /** Whether what was placed makes a site. */
  readonly isComplete: () => boolean;
  readonly control: SketchControl;
}

/**
 * Drawing by keys while the map has the focus: arrows pan (MapLibre's own), Space places a vertex under the cross in
 * the middle, Enter ends what is complete and else places a vertex too, Backspace takes the last vertex back, Escape
 * gives up.
 */
export function followDrawKeys(
  { map, aim }: ToolContext,
  { point, place, rest, isComplete, control }: DrawHand,
): () => void {
  const canvas = map.getCanvas();
  let keyboard = false;

  const centre = (): Position => {
    const { lng, lat } = map.getCenter();
    return [lng, lat];
  };
  const take = () => {
    keyboard = true;
    aim(true);
    point(centre());
  };
  const leave = () => {
    keyboard = false;
    aim(false);
  };
  const onBlur = () => {
    if (keyboard) rest();
    leave();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // Enter after drawing with the mouse ends the site: no cross was seen, so nothing is placed under it.
    const ends = event.key === 'Enter' && (isComplete() || !keyboard);
    if (!keyboard && !ends) take();
    switch (event.key) {
      case 'Enter':
      case ' ':
        if (ends) control.finish();
        else place(centre());
        break;
      case 'Backspace':
        control.undoVertex();
        break;
      case 'Escape':
        control.cancel();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = () => {
    if (canvas.matches(':focus-visible')) take();
  };
  const onMove = () => {
    if (keyboard) point(centre());
  };

  canvas.addEventListener('keydown', onKey);
  canvas.addEventListener('focus', onFocus);
  canvas.addEventListener('blur', onBlur);
  canvas.addEventListener('pointerleave', rest);
  canvas.addEventListener('pointermove', leave);
  canvas.addEventListener('pointerdown', leave);
  map.on('move', onMove);
  if (document.activeElement === canvas) onFocus();
  return () => {
    canvas.removeEventListener('keydown', onKey);
    canvas.removeEventListener('focus', onFocus);
    canvas.removeEventListener('blur', onBlur);
    canvas.removeEventListener('pointerleave', rest);
    canvas.removeEventListener('pointermove', leave);
    canvas.removeEventListener('pointerdown', leave);
    map.off('move', onMove);
    aim(false);
  };
}
