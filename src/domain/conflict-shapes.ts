import type { FeatureGeometry } from './feature';

/** What a map of one conflict shows, in degrees. */
export interface ConflictShapes {
  readonly subject: FeatureGeometry | null;
  readonly object: FeatureGeometry | null;
  /** The protected zone 周边控制范围; null where the rule has none around its subject. */
  readonly zone: FeatureGeometry | null;
  /** The part of the object inside the zone, or inside the subject where there is no zone. */
  readonly overlap: FeatureGeometry | null;
  /** Boundaries and roads around, to find the place by. */
  readonly ground: FeatureGeometry | null;
}
