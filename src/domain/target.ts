/** How many sites a programme wants of a stage, in a district or (null) the whole city. */
export interface Target {
  readonly programme: string;
  readonly district: string | null;
  readonly stage: string;
  readonly sites: number;
  /** `new`: sites still to be built; `total`: existing ones count too. */
  readonly basis: 'total' | 'new';
  readonly horizonYear?: number;
  readonly source?: string;
}

export const DEFICIT_KINDS = ['sites', 'site-area', 'seats', 'coverage'] as const;

/** A quantity below its target 缺口. */
export interface Deficit {
  readonly kind: (typeof DEFICIT_KINDS)[number];
  readonly programme?: string;
  readonly district: string | null;
  /** For `site-area`: the school whose site is too small. */
  readonly school?: string;
  readonly stage: string;
  readonly target: number;
  readonly actual: number;
  readonly missing: number;
  /** `site`, `m2`, `seat`, `person`. */
  readonly unit: 'site' | 'm2' | 'seat' | 'person';
}
