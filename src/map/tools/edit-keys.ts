import { stepVertex } from './edit-model';
import type { EditHand } from './edit-hand';
import type { ToolContext } from './tool';

/** Steps of an arrow key in metres, without and with Shift. */
const STEP_M = 0.5;
const LONG_STEP_M = 5;

const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * Editing by keys while the map has the focus: Tab goes from vertex to vertex and past the last one out of the map,
 * arrows move the vertex in focus (with Alt the whole site), Delete removes it, Escape and Enter leave. Holding an
 * arrow is one gesture: it becomes a transaction when the key is let go.
 */
export function followEditKeys({ map }: ToolContext, hand: EditHand): () => void {
  const canvas = map.getCanvas();
  const container = map.getContainer();
  let nudging = false;

  const act = (event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      if (hand.focused() === null && !event.altKey) return false;
      const step = event.shiftKey ? LONG_STEP_M : STEP_M;
      nudging = true;
      hand.nudge(arrow[0] * step, arrow[1] * step, event.altKey);
      return true;
    }
    switch (event.key) {
      case 'Tab': {
        const next = stepVertex(hand.geometry(), hand.focused(), event.shiftKey ? -1 : 1);
        hand.focus(next);
        return next !== null;
      }
      case 'Delete':
      case 'Backspace':
        hand.remove();
        return true;
      case 'Escape':
      case 'Enter':
        hand.leave();
        return true;
      default:
        return false;
    }
  };
  const settle = () => {
    if (!nudging) return;
    nudging = false;
    hand.commit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== canvas || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (!act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key in ARROWS) settle();
  };

  // Before MapLibre's own handler on the canvas, which pans by arrows.
  container.addEventListener('keydown', onKeyDown, { capture: true });
  container.addEventListener('keyup', onKeyUp);
  canvas.addEventListener('blur', settle);
  return () => {
    container.removeEventListener('keydown', onKeyDown, { capture: true });
    container.removeEventListener('keyup', onKeyUp);
    canvas.removeEventListener('blur', settle);
  };
}
