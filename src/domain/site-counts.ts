import { textOf } from './feature';
import type { FeatureRecord } from './plan';
import { STAGES } from './stage';
import type { Deficit, Target } from './target';

/** Sites wanted and sites found. */
export interface Sited {
  readonly target: number;
  readonly sited: number;
}

/** Counts by district and stage, with their sums. */
export interface SiteTable<C = Sited> {
  readonly stages: readonly string[];
  readonly rows: readonly {
    readonly district: string;
    readonly cells: readonly C[];
    readonly total: C;
  }[];
  readonly totals: readonly C[];
  readonly total: C;
}

/** Targets that are for a district each: they make the table of districts and stages. */
export function tabledProgrammes(targets: readonly Target[]): string[] {
  return [...new Set(targets.filter(({ district }) => district !== null).map(({ programme }) => programme))];
}

/** Statuses whose sites count towards a target: an unapproved site counts towards none. */
function counts(status: string, basis: Target['basis']): boolean {
  return (
    status === 'planned' || status === 'under-construction' || (basis === 'total' && status === 'existing')
  );
}

/** Order of stages; words that are not in the list come last. */
export function stageOrder(a: string, b: string): number {
  const rank = (stage: string) => (STAGES as readonly string[]).indexOf(stage) >>> 0;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

const add = (a: Sited, b: Sited): Sited => ({ target: a.target + b.target, sited: a.sited + b.sited });
const NOTHING: Sited = { target: 0, sited: 0 };

/** Sites sited against sites wanted, by district and stage, with totals of both. */
export function siteTable(
  targets: readonly Target[],
  programme: string,
  schools: readonly FeatureRecord[],
  districtOf: Readonly<Record<string, string | null>>,
): SiteTable {
  const ours = targets.filter((target) => target.programme === programme && target.district !== null);
  const stages = [...new Set(ours.map(({ stage }) => stage))].sort(stageOrder);
  const districts = [...new Set(ours.flatMap(({ district }) => (district === null ? [] : [district])))];
  const cell = (district: string, stage: string): Sited => {
    const target = ours.find((entry) => entry.district === district && entry.stage === stage);
    const sited = schools.filter(
      ({ id, feature }) =>
        districtOf[id] === district &&
        textOf(feature, 'stage') === stage &&
        counts(textOf(feature, 'status') ?? '', target?.basis ?? 'new'),
    ).length;
    return { target: target?.sites ?? 0, sited };
  };
  const rows = districts.map((district) => {
    const cells = stages.map((stage) => cell(district, stage));
    return { district, cells, total: cells.reduce(add, NOTHING) };
  });
  const totals = stages.map((_, index) =>
    rows.map(({ cells }) => cells[index] ?? NOTHING).reduce(add, NOTHING),
  );
  return { stages, rows, totals, total: totals.reduce(add, NOTHING) };
}

/** One line of a programme for the whole city. */
export interface ProgrammeLine extends Sited {
  readonly programme: string;
  readonly stage: string;
  readonly missing: number;
}

/** Targets for the whole city with what is missing, as the analysis counts it; null while there is no analysis. */
export function programmeLines(
  targets: readonly Target[],
  deficits: readonly Deficit[] | null,
): ProgrammeLine[] {
  return targets
    .filter(({ district }) => district === null)
    .map(({ programme, stage, sites }) => {
      const deficit = deficits?.find(
        (entry) =>
          entry.kind === 'sites' &&
          entry.programme === programme &&
          entry.district === null &&
          entry.stage === stage,
      );
      const missing = deficit?.missing ?? (deficits ? 0 : sites);
      return { programme, stage, target: sites, sited: Math.max(0, sites - missing), missing };
    })
    .sort((a, b) => stageOrder(a.stage, b.stage));
}

/** Numbers of schools by stage and status, stages in their order. */
export function stockTable(
  schools: readonly FeatureRecord[],
): { stage: string; byStatus: Map<string, number> }[] {
  const stages = new Map<string, Map<string, number>>();
  for (const { feature } of schools) {
    const stage = textOf(feature, 'stage') ?? '';
    const status = textOf(feature, 'status') ?? '';
    const byStatus = stages.get(stage) ?? new Map<string, number>();
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    stages.set(stage, byStatus);
  }
  return [...stages].sort(([a], [b]) => stageOrder(a, b)).map(([stage, byStatus]) => ({ stage, byStatus }));
}
