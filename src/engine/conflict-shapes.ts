import type { Position } from 'geojson';
import type { FeatureRef } from '../domain/conflict';
import type { ConflictShapes } from '../domain/conflict-shapes';
import { boxOf, type FeatureGeometry, type LonLatBox } from '../domain/feature';
import type { LayerItem } from './layer-item';
import type { ConflictRef, SnapLines } from './protocol';
import { snapLinesIn } from './snap-lines';
import type { EngineState } from './state';
import { overlapShapeOf, zonesOfSubject } from './zones';

/** Vertices of the ground around, at most. */
const MOST_GROUND = 20_000;

/** Ground shown on each side of a subject's zone, degrees: some 400 m. */
const AROUND_DEG = 0.004;

/** The geometries of a conflict, for drawing it. */
export function conflictShapesOf(
  state: Pick<EngineState, 'layers' | 'rules' | 'frame'>,
  { rule, subject, object }: ConflictRef,
): ConflictShapes {
  const { layers, rules, frame } = state;
  const itemOf = ({ layer, id }: FeatureRef): LayerItem | null => {
    const index = layers.get(layer);
    const slot = index?.slotOf(id);
    return index && slot !== undefined ? index.itemAt(slot) : null;
  };
  const active = rules.get(rule);
  const [from, to] = [itemOf(subject), itemOf(object)];
  const [zone] = active && from ? zonesOfSubject(frame, from, [active]) : [];
  const box = from && boxOf(zone?.geometry ?? from.feature.geometry);
  return {
    subject: from?.feature.geometry ?? null,
    object: to?.feature.geometry ?? null,
    zone: zone?.geometry ?? null,
    overlap: active && from && to ? overlapShapeOf(frame, from, to, active.rule) : null,
    ground: box && groundOf(snapLinesIn(frame, layers, widened(box), MOST_GROUND)),
  };
}

function widened([west, south, east, north]: LonLatBox): LonLatBox {
  return [west - AROUND_DEG, south - AROUND_DEG, east + AROUND_DEG, north + AROUND_DEG];
}

function groundOf({ lonLat, ends }: SnapLines): FeatureGeometry | null {
  if (ends.length === 0) return null;
  let start = 0;
  const coordinates = Array.from(ends, (end) => {
    const line = Array.from({ length: end - start }, (_, i): Position => [
      lonLat[2 * (start + i)]!,
      lonLat[2 * (start + i) + 1]!,
    ]);
    start = end;
    return line;
  });
  return { type: 'MultiLineString', coordinates };
}
