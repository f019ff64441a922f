import type { Finding, RuleCheck } from './conflict';
import type { LayerName } from './layer';
import type { Severity } from './rule';
import type { Deficit } from './target';

/** How much of a stage's catchments one district has; the city as a whole has district `null`. */
export interface CoverageRow {
  readonly district: string | null;
  readonly stage: string;
  /** Service radius in metres. */
  readonly radiusM: number;
  /** Residents of the district, and those of them inside at least one catchment: nobody is counted twice. */
  readonly residents: number;
  readonly residentsCovered: number;
  /** Residential areas of the district whose residents are not known, and so are in neither number. */
  readonly uncounted: number;
}

/** Said of every catchment, on the map and in every export, in both languages. */
export const CATCHMENT_NOTE =
  '服务半径覆盖范围(非学区划分) / Area within the service radius; not an enrolment district';

/** What one site's own catchment holds, whatever its neighbours hold too. */
export interface SiteCatchment {
  readonly school: string;
  readonly stage: string;
  readonly radiusM: number;
  /** Ellipsoidal m². */
  readonly areaM2: number;
  readonly residents: number;
}

/** How many conflicts there are of each severity, and how many marginal findings in all. */
export type FindingCounts = Readonly<Record<Severity | 'marginal', number>>;

export const NO_FINDINGS: FindingCounts = { prohibit: 0, restrict: 0, study: 0, notice: 0, marginal: 0 };

/** Findings in all, the marginal ones too. */
export function totalOf({ prohibit, restrict, study, notice, marginal }: FindingCounts): number {
  return prohibit + restrict + study + notice + marginal;
}

/** A site as a key of `siteCounts`. */
export function siteKey(layer: LayerName, id: string): string {
  return `${layer}/${id}`;
}

/** Everything that is computed from a plan but the findings: small tables. */
export interface AnalysisTables {
  readonly revision: number;
  readonly checked: readonly RuleCheck[];
  readonly counts: FindingCounts;
  /** Findings about each school and reservation that has any, by `siteKey`. */
  readonly siteCounts: Readonly<Record<string, FindingCounts>>;
  readonly deficits: readonly Deficit[];
  readonly coverage: readonly CoverageRow[];
  readonly catchments: readonly SiteCatchment[];
  /** School id → district id, by `districtId` or by location; null outside all districts. */
  readonly districtOf: Readonly<Record<string, string | null>>;
  /** School or reservation id → ellipsoidal site area in m²; absent for points. */
  readonly areaM2: Readonly<Record<string, number>>;
}

/** Derived data of one plan revision; never part of the plan or of history. */
export interface Analysis extends AnalysisTables {
  /** The gravest of them, where there are more than can be listed (`counts` has them all). */
  readonly findings: readonly Finding[];
}

/** What changes of the plan changed in its analysis; the small tables come whole. */
export interface AnalysisDelta extends AnalysisTables {
  /** So much has changed that the findings must be asked for anew; then the lists below are empty. */
  readonly whole: boolean;
  readonly upserted: readonly Finding[];
  /** Ids of conflicts that are gone. */
  readonly removed: readonly string[];
}
