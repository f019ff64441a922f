import type { ReportFile, ReportOptions } from './make-report';
import type { ReportInput } from './report-input';

/** What report is wanted, and in which language. */
export interface ReportOrder extends Pick<ReportOptions, 'kind' | 'format' | 'audience'> {
  readonly language: 'zh' | 'en';
}

/** An order with what it is about. */
export interface ReportWish extends ReportOrder {
  /** Ids of the conflicts of which there shall be sheets. */
  readonly conflicts: readonly string[];
}

/** How a report is watched and given up; `shapesOf` is asked for each conflict that is drawn. */
export type ReportWatch = Required<Pick<ReportOptions, 'shapesOf' | 'signal' | 'onProgress'>>;

/** Makes reports, wherever that is done; see `makeReport`. */
export type ReportTool = (input: ReportInput, order: ReportOrder, watch: ReportWatch) => Promise<ReportFile>;
