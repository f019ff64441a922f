import type { AnalysisStore } from './analysis-store';
import type { AppraisalStore } from './appraisal-store';
import type { AuditStore } from './audit-store';
import type { CompareStore } from './compare-store';
import type { DetailsStore } from './details-store';
import type { ImportStore } from './import-store';
import type { LayerExportStore } from './export/layer-export-store';
import type { LayersStore } from './layers-store';
import type { LinksStore } from './links/links-store';
import type { PlanStore } from './plan-store';
import type { ProjectSession } from './project-session';
import type { ReviewStore } from './review-store';
import type { SessionStore } from './session-store';

/** Everything the application holds: what commands, map and panels are given. */
export interface AppStores {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly analysis: AnalysisStore;
  /** Decisions and comments on conflicts, and where each conflict stands. */
  readonly review: ReviewStore;
  /** Land under appraisal: a parcel, or a proposal that is not in the plan. */
  readonly appraisal: AppraisalStore;
  readonly layers: LayersStore;
  /** Features of reference layers that someone looked at. */
  readonly details: DetailsStore;
  /** Files dropped and inspected, waiting for the user's word. */
  readonly imports: ImportStore;
  /** Base maps and services on the network, of this machine and not of the project. */
  readonly links: LinksStore;
  /** What was done, from the first entry of the journal on. */
  readonly audit: AuditStore;
  /** The project against another state of it, and what others did. */
  readonly compare: CompareStore;
  /** Exporting layers to GIS and CAD programs. */
  readonly layerExport: LayerExportStore;
  /** Opening, saving and exporting the project. */
  readonly project: ProjectSession;
}
