import type { CoverageRow } from '../../domain/analysis';
import type { CheckReport } from '../../domain/check-report';
import type { Conflict, Finding } from '../../domain/conflict';
import type { ConflictShapes } from '../../domain/conflict-shapes';
import type { Plan } from '../../domain/plan';

export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * `review` the whole review, `conflict` one sheet for each conflict named, `register` the list of all conflicts,
 * `yearly` the section on sites planned, sited and built. A register is a workbook; the others are documents, of
 * which the workbook holds the tables.
 */
export const REPORT_KINDS = ['review', 'conflict', 'register', 'yearly'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** `public`: without rules whose source was not read in full, and without those of the office's own. */
export const AUDIENCES = ['internal', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Asked of the engine for each conflict that is drawn. */
export type ShapesOf = (conflict: Conflict) => Promise<ConflictShapes>;

/** What a report is made from: a plan and what was computed from it. */
export interface ReportInput {
  readonly plan: Plan;
  readonly head: Pick<CheckReport, 'engine' | 'project' | 'checked' | 'rejected' | 'deficits'>;
  /** Every finding, in the order of the contract; gone through more than once. */
  readonly findings: Iterable<Finding>;
  readonly coverage: readonly CoverageRow[];
  /** School id → district id. */
  readonly districtOf: Readonly<Record<string, string | null>>;
  /** Day of the report, YYYY-MM-DD: decisions that ended before it are expired. */
  readonly asOf: string;
  /** Ids of the conflicts of which there shall be sheets. */
  readonly conflicts: readonly string[];
}
