import type { ReviewRole } from './review-role';

/** Centre of the planar frame in degrees; set when the project is made, then kept. */
export interface FrameCentre {
  readonly lon: number;
  readonly lat: number;
}

/** What the project says of itself (`project.json` without its layers, targets, rules and decisions). */
export interface ProjectInfo {
  readonly name: string;
  readonly datum: 'CGCS2000' | 'WGS84';
  /** Least tolerance of every comparison, in metres. */
  readonly toleranceM: number;
  /** `internal` 内部, `public` 公开, or the office's own word; shown in the header. */
  readonly classification: string;
  readonly frame: FrameCentre;
  /** Persons per household, for residential areas that state households only; absent: such areas are not counted. */
  readonly householdSize?: number;
  /** Absent: the usual ones. */
  readonly reviewRoles?: readonly ReviewRole[];
  /** Members of project.json that nothing here knows, written back on saving. */
  readonly members?: Readonly<Record<string, unknown>>;
}

export const DEFAULT_TOLERANCE_M = 0.05;
