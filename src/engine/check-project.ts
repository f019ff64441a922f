import type { AnalysisTables, FindingCounts } from '../domain/analysis';
import type { CheckDigest, CheckedConflict, ReportHead } from '../domain/check-report';
import type { FeatureRef, Finding } from '../domain/conflict';
import type { ConflictShapes } from '../domain/conflict-shapes';
import type { FeatureGeometry } from '../domain/feature';
import type { FeatureTable } from '../domain/feature-table';
import type { LayerName } from '../domain/layer';
import { planOf, type PlanRecord } from '../domain/plan';
import { digestOfCheck } from './check-digest';
import { conflictShapesOf } from './conflict-shapes';
import { gappedConflicts } from './conflict-json';
import type { GappedPiece } from './evidence-gaps';
import type { PieceMemory } from './json-bytes';
import { layerContent } from './layer-contents';
import { findingsAt, orderedBlocks, orderedRows } from './ordered-findings';
import { paced } from './pacer';
import type { ConflictRef } from './protocol';
import { conflictsOf, reportHeadOf, type Notices } from './report';
import { standingsOf } from './standings';
import { buildState, tablesOf } from './state';

export interface CheckInput {
  readonly records: readonly PlanRecord[];
  /** Reference layers as read; `hash` is that of their `LayerDescription`. */
  readonly layers: readonly {
    readonly layer: LayerName;
    readonly hash: string;
    readonly table: FeatureTable;
  }[];
  /** What reading collections and reference layers rejected and repaired. */
  readonly notices: Notices;
  readonly revision: number;
  /** The day on which decisions must still hold, YYYY-MM-DD. */
  readonly asOf: string;
}

/** A check's answer; what may be large is made while it is written out. */
export interface CheckedProject {
  readonly report: ReportHead;
  /** Findings without the conflicts that a decision has settled. */
  readonly unsettled: FindingCounts;
  /** What was computed beside the conflicts. */
  readonly tables: AnalysisTables;
  /** In the order of the contract. */
  readonly conflicts: () => Iterable<CheckedConflict>;
  /** Their JSON but for the evidence, with the separator between two. */
  readonly gappedConflicts: (separator: string, memory: PieceMemory) => Iterable<GappedPiece>;
  /** The same with names for tables. */
  readonly findings: () => Iterable<Finding>;
  /** To know the same answer again by. */
  readonly digest: () => Promise<CheckDigest>;
  /** Null where there is no such feature. */
  readonly geometryOf: (ref: FeatureRef) => FeatureGeometry | null;
  /** For drawing a conflict. */
  readonly shapesOf: (conflict: ConflictRef) => ConflictShapes;
}

/** Checks a whole project without a worker: what the command line does. Rejects as `buildState` throws. */
export async function checkProject({
  records,
  layers,
  notices,
  revision,
  asOf,
}: CheckInput): Promise<CheckedProject> {
  const contents = layers.map(({ layer, hash, table }) =>
    layerContent({ layer, hash, rejected: [], repaired: [] }, table),
  );
  const state = await paced(
    buildState(planOf(records), revision, (name, hash) =>
      contents.find((content) => content.layer === name && content.hash === hash),
    ),
  );
  const standings = standingsOf(state, asOf);
  return {
    report: reportHeadOf(state, notices, standings),
    unsettled: standings.unsettled,
    tables: tablesOf(state),
    conflicts: () => conflictsOf(state, standings),
    gappedConflicts: (separator, memory) => gappedConflicts(state, separator, standings, memory),
    digest: () => paced(digestOfCheck(state, standings)),
    *findings() {
      for (const ordered of orderedBlocks(state)) {
        yield* findingsAt(state, ordered, orderedRows(ordered));
      }
    },
    shapesOf: (conflict) => conflictShapesOf(state, conflict),
    geometryOf({ layer, id }) {
      const index = state.layers.get(layer);
      const slot = index?.slotOf(id);
      return index && slot !== undefined ? index.featureAt(slot).feature.geometry : null;
    },
  };
}
