import type { LonLatBox } from './feature';
import type { LayerName } from './layer';
import type { Message } from './message';

/** What was found in one feature on import. */
export interface ImportIssue {
  readonly index: number;
  readonly id?: string;
  readonly name?: string;
  readonly level: 'rejected' | 'repaired' | 'warning';
  /** `message.code` is also the `reason` of the check report. */
  readonly message: Message;
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
