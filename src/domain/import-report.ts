import type { LonLatBox } from './feature';
import type { LayerName } from './layer';
import type { Message } from './message';

/** What a repair does to the area of a feature, and where. */
export interface RepairMeasure {
  /**
   * Ellipsoidal m², as the coordinates add up: shells less holes; halves that run in opposite directions cancel, what
   * is covered twice counts twice. Null for points and lines.
   */
  readonly beforeM2: number | null;
  readonly afterM2: number | null;
  /** The middle of its box, lon/lat. */
  readonly at: readonly [number, number];
  /** Rings or lines before and after, lon/lat; null where nothing can be seen of the repair, or it is not drawn. */
  readonly drawing: { readonly before: DrawnLines; readonly after: DrawnLines } | null;
}

/** By how much a repair changes the area, in m² and in per cent of what it was (infinite of nothing). */
export function areaChange(
  measure: RepairMeasure | null,
): { readonly m2: number; readonly percent: number } | null {
  const { beforeM2, afterM2 } = measure ?? { beforeM2: null, afterM2: null };
  if (beforeM2 === null || afterM2 === null) return null;
  const m2 = afterM2 - beforeM2;
  // Less than a square centimetre is the last digit of the sum.
  if (Math.abs(m2) < 1e-4) return { m2: 0, percent: 0 };
  return { m2, percent: beforeM2 < 1e-4 ? Infinity : (m2 / beforeM2) * 100 };
}

export type DrawnLines = readonly (readonly (readonly [number, number])[])[];

/** What was found in one feature on import. */
export interface ImportIssue {
  readonly index: number;
  readonly id?: string;
  readonly name?: string;
  readonly level: 'rejected' | 'repaired' | 'warning';
  /** `message.code` is also the `reason` of the check report. */
  readonly message: Message;
  /** Of a `repaired` feature what was done, of a `rejected` one what could be done; only where it was asked for. */
  readonly repair?: RepairMeasure;
}

/** What importing one file as one layer would do: shown before anything is taken. */
export interface ImportReport {
  readonly file: string;
  readonly layer: LayerName;
  /** SHA-256 (hex) of the file's bytes. */
  readonly hash: string;
  readonly bytes: number;
  /** The whole file is unusable: why, and what to do. Then everything else is empty. */
  readonly failure: Message | null;
  /** Whole-file remarks, e.g. reprojected from EPSG:4544, heights ignored, far from the districts. */
  readonly remarks: readonly Message[];
  readonly total: number;
  readonly accepted: number;
  readonly issues: readonly ImportIssue[];
  readonly box: LonLatBox | null;
}
