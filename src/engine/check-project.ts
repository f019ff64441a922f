import type { CheckReport, Finding } from '../domain/conflict';
import type { LayerName } from '../domain/layer';
import { planOf, type PlanRecord } from '../domain/plan';
import type { LayerContent } from './layer-contents';
import type { IdentifiedFeature } from './layer-index';
import { paced } from './pacer';
import { reportOf, type Notices } from './report';
import { buildState, sortedFindings } from './state';

export interface CheckInput {
  readonly records: readonly PlanRecord[];
  /** Reference layers as read; `hash` is that of their `LayerDescription`. */
  readonly layers: readonly {
    readonly layer: LayerName;
    readonly hash: string;
    readonly features: readonly IdentifiedFeature[];
  }[];
  /** What reading collections and reference layers rejected and repaired. */
  readonly notices: Notices;
  readonly revision: number;
}

/** A check's answer, and its conflicts once more in the same order, with names for tables. */
export interface CheckedProject {
  readonly report: CheckReport;
  readonly findings: readonly Finding[];
}

/** Checks a whole project without a worker: what the command line does. Rejects as `buildState` throws. */
export async function checkProject({
  records,
  layers,
  notices,
  revision,
}: CheckInput): Promise<CheckedProject> {
  const contents: readonly LayerContent[] = layers.map((layer) => ({ ...layer, rejected: [], repaired: [] }));
  const state = await paced(
    buildState(planOf(records), revision, (name, hash) =>
      contents.find((content) => content.layer === name && content.hash === hash),
    ),
  );
  return { report: reportOf(state, notices), findings: sortedFindings(state) };
}
