import type { LayerName } from './layer';

/** `accuracyM` of the layers that state it. */
export type Accuracies = ReadonlyMap<LayerName, number>;

/**
 * Tolerance of a comparison between two layers, metres: the project's own, or √(a² + b²) of the layers' accuracies
 * if that is more; a layer that states none counts as exact.
 */
export function pairTolerance(projectM: number, accuracies: Accuracies, a: LayerName, b: LayerName): number {
  return Math.max(projectM, Math.hypot(accuracies.get(a) ?? 0, accuracies.get(b) ?? 0));
}
