import type { OutlinedLayer } from '../../domain/layer-outline';
import type { LayerIndex } from '../layer-index';
import type { EngineState } from '../state';
import { outlineOf, type OutlineShapes } from './outline-of';
import type { OutlinePlane } from './path-pen';

/** Vertices of a layer that is only to be recognised. */
const MOST_VERTICES = 8000;
/** Metres of a degree of latitude, about. */
const METRES_PER_DEGREE = 110_900;

/** The layers of the plan, thinned for a small drawing. */
export function* outlinesOf({ layers, frame }: EngineState): Generator<undefined, readonly OutlinedLayer[]> {
  const plane: OutlinePlane = {
    lonLatOf: (x, y) => frame.unproject(x, y),
    perDegree: METRES_PER_DEGREE,
  };
  const outlined: OutlinedLayer[] = [];
  for (const [layer, index] of layers) {
    const outline = yield* outlineOf(tablesOf(index), plane, MOST_VERTICES);
    if (outline) outlined.push({ layer, outline });
  }
  return outlined;
}

function tablesOf(index: LayerIndex): readonly OutlineShapes[] {
  const { placed } = index;
  const tables: OutlineShapes[] = placed ? [{ ...placed.shapes, gone: placed.gone }] : [];
  const first = placed?.shapes.size ?? 0;
  for (let slot = first; slot < index.slotEnd; slot++) {
    if (index.isLive(slot)) tables.push(index.itemAt(slot).shapes);
  }
  return tables;
}
