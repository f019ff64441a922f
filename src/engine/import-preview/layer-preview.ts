import type { GeometryColumns } from '../../domain/feature-table';
import type { LayerPreview } from '../protocol';
import type { EngineState } from '../state';
import { offsetIn } from './offset-in';
import { outlineOf } from './outline-of';
import { DEGREES } from './path-pen';

/** Vertices of a layer that is looked at closely. */
const MOST_VERTICES = 30_000;

/** A layer in degrees on its way in, against the plan where one is loaded. */
export function* layerPreview(
  geometry: GeometryColumns,
  state: EngineState | null,
): Generator<undefined, LayerPreview> {
  const outline = yield* outlineOf([geometry], DEGREES, MOST_VERTICES);
  return { outline, offset: state && (yield* offsetIn(state, geometry)) };
}
