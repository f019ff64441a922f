import type { LayerName } from '../domain/layer';
import { isCollectionName } from '../domain/layer';
import type { FeatureRecord, LayerRecord, PackRecord, PlanRecord, ProjectRecord } from '../domain/plan';
import type { PlanDiff } from '../domain/plan-diff';

/** What a change of the plan means to the engine. */
export interface PlanChanges {
  /** Frame, tolerance or household size have changed: nothing computed can stay. */
  readonly everything: boolean;
  /** Reference layers that have another file. */
  readonly replacedLayers: ReadonlySet<LayerName>;
  /** Layers whose stated accuracy has changed. */
  readonly reratedLayers: ReadonlySet<LayerName>;
  /** Features made, changed or deleted, as they are now; null for deleted. */
  readonly features: readonly {
    readonly before: FeatureRecord | null;
    readonly after: FeatureRecord | null;
  }[];
  readonly packs: boolean;
  /** Some pack's standards have changed. */
  readonly standards: boolean;
}

type Change<R> = readonly [before: R | null, after: R | null];

export function changesIn(diff: PlanDiff): PlanChanges {
  const all: readonly Change<PlanRecord>[] = [
    ...diff.deleted.map((record) => [record, null] as const),
    ...diff.modified,
    ...diff.created.map((record) => [null, record] as const),
  ];
  const layers = all.filter(isLayer);
  const packs = all.filter(isPack);
  return {
    everything: all.filter(isProject).some(([before, after]) => isMoved(before, after)),
    replacedLayers: new Set(
      layers
        .filter(([before, after]) => before?.layer.hash !== after?.layer.hash)
        .map(nameOfLayer)
        .filter((name) => !isCollectionName(name)),
    ),
    reratedLayers: new Set(
      layers.filter(([before, after]) => before?.layer.accuracyM !== after?.layer.accuracyM).map(nameOfLayer),
    ),
    features: all.filter(isFeature).map(([before, after]) => ({ before, after })),
    packs: packs.length > 0,
    standards: packs.some(
      ([before, after]) => JSON.stringify(before?.pack.standards) !== JSON.stringify(after?.pack.standards),
    ),
  };
}

function isMoved(before: ProjectRecord | null, after: ProjectRecord | null): boolean {
  if (!before || !after) return true;
  const { frame, toleranceM, householdSize } = before.info;
  return (
    frame.lon !== after.info.frame.lon ||
    frame.lat !== after.info.frame.lat ||
    toleranceM !== after.info.toleranceM ||
    householdSize !== after.info.householdSize
  );
}

function nameOfLayer([before, after]: Change<LayerRecord>): LayerName {
  return (after ?? before!).layer.name;
}

// The two sides of a change have one key, and so one kind.
function isLayer(change: Change<PlanRecord>): change is Change<LayerRecord> {
  return (change[1] ?? change[0])?.kind === 'layer';
}

function isProject(change: Change<PlanRecord>): change is Change<ProjectRecord> {
  return (change[1] ?? change[0])?.kind === 'project';
}

function isPack(change: Change<PlanRecord>): change is Change<PackRecord> {
  return (change[1] ?? change[0])?.kind === 'pack';
}

function isFeature(change: Change<PlanRecord>): change is Change<FeatureRecord> {
  return (change[1] ?? change[0])?.kind === 'feature';
}
