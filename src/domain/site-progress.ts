import { textOf } from './feature';
import type { FeatureRecord } from './plan';
import { siteTable, type Sited, type SiteTable } from './site-counts';
import type { Status } from './status';
import type { Target } from './target';

/** How far a programme's sites have come. */
export interface Progress extends Sited {
  /** Of the sited: schools that are being built. */
  readonly building: number;
  /** Schools that stand, whether the programme counts them or not. */
  readonly built: number;
}

export type ProgressTable = SiteTable<Progress>;

const NOTHING: Progress = { target: 0, sited: 0, building: 0, built: 0 };

function add(a: Progress, b: Progress): Progress {
  return {
    target: a.target + b.target,
    sited: a.sited + b.sited,
    building: a.building + b.building,
    built: a.built + b.built,
  };
}

/** Sites wanted, sited, being built and built, by district and stage: the office's table of targets, a year on. */
export function progressTable(
  targets: readonly Target[],
  programme: string,
  schools: readonly FeatureRecord[],
  districtOf: Readonly<Record<string, string | null>>,
): ProgressTable {
  const sited = siteTable(targets, programme, schools, districtOf);
  const count = (district: string, stage: string, status: Status) =>
    schools.filter(
      ({ id, feature }) =>
        districtOf[id] === district &&
        textOf(feature, 'stage') === stage &&
        textOf(feature, 'status') === status,
    ).length;
  const rows = sited.rows.map(({ district, cells }) => {
    const progress = sited.stages.map((stage, i): Progress => ({
      ...cells[i]!,
      building: count(district, stage, 'under-construction'),
      built: count(district, stage, 'existing'),
    }));
    return { district, cells: progress, total: progress.reduce(add, NOTHING) };
  });
  const totals = sited.stages.map((_, i) => rows.map(({ cells }) => cells[i]!).reduce(add, NOTHING));
  return { stages: sited.stages, rows, totals, total: totals.reduce(add, NOTHING) };
}
