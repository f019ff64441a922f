import type { Plan } from '../../domain/plan';
import type { AnalysisState } from '../analysis-store';
import type { StoreEngine } from '../engine-port';

export interface ExportInput {
  readonly plan: Plan;
  readonly analysis: AnalysisState['analysis'];
  readonly engine: Pick<StoreEngine, 'zones' | 'catchments'>;
  /** The day on which decisions must still hold, YYYY-MM-DD. */
  readonly asOf: string;
  readonly options: ExportOptions;
  /** Whether the plan is no longer the one that is exported. */
  readonly isOutdated: () => boolean;
}

export interface ExportOptions {
  /** Gives the export up; its promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}
