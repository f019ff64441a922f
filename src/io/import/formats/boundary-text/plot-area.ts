import type { PlotAttributes } from './plot-properties';

type Unit = 'ha' | 'm2' | 'mu';

export interface DocumentedArea {
  readonly areaM2: number;
  readonly unit: Unit;
  /** Whether the geometry has about that area. */
  readonly agrees: boolean;
}

const M2_OF: Readonly<Record<Unit, number>> = { ha: 10_000, m2: 1, mu: 2000 / 3 };

/** By which share a stated area may differ from the drawn one. */
const CLOSE = 0.01;
/** By which it may still be meant to be the same, in another unit. */
const MEANT = 0.1;

/**
 * A plot's stated area in m². The custom is hectares; where those do not fit what is drawn, and square metres or 亩
 * do, it is those that were meant.
 */
export function documentedArea(
  { value, unit }: NonNullable<PlotAttributes['statedArea']>,
  drawnM2: number,
): DocumentedArea {
  const off = (one: Unit) => Math.abs(value * M2_OF[one] - drawnM2) / drawnM2;
  const units: readonly Unit[] = unit === null ? ['ha', 'm2', 'mu'] : [unit];
  const best = drawnM2 > 0 ? units.find((one) => off(one) <= MEANT) : undefined;
  const chosen = best ?? units[0]!;
  return { areaM2: value * M2_OF[chosen], unit: chosen, agrees: best !== undefined && off(chosen) <= CLOSE };
}
