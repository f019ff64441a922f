import type { PackRecord } from '../domain/plan';
import type { Standard } from '../domain/rule';

type Kind = Standard['kind'];

/** Value of the standard of a kind that applies to a stage; undefined where no pack sets one. */
export type Standards = (kind: Kind, stage: string) => number | undefined;

/**
 * Service radius 服务半径 in metres of straight line where no pack sets one: GB 50180-2018 (kindergarten 300,
 * primary 500, junior 1000).
 */
const DEFAULT_RADII: ReadonlyMap<string, number> = new Map([
  ['kindergarten', 300],
  ['primary', 500],
  ['junior', 1000],
]);

/** The enabled standards of all packs; of several for one kind and stage the last one applies. */
export function standardsOf(packs: readonly PackRecord[]): Standards {
  const values = new Map<string, number>();
  for (const { pack } of packs) {
    for (const { kind, stage, value, enabled } of pack.standards ?? []) {
      if (enabled !== false) values.set(`${kind} ${stage}`, value);
    }
  }
  return (kind, stage) => values.get(`${kind} ${stage}`);
}

/** The standards of a kind that apply, with their sources: one for each stage that a pack sets it for. */
export function standardsInForce(packs: readonly PackRecord[], kind: Kind): readonly Standard[] {
  const byStage = new Map<string, Standard>();
  for (const { pack } of packs) {
    for (const standard of pack.standards ?? []) {
      if (standard.kind === kind && standard.enabled !== false) byStage.set(standard.stage, standard);
    }
  }
  return [...byStage.values()];
}

/** Service radius of a stage in metres; undefined for stages that serve a whole city. */
export function radiusOf(standards: Standards, stage: string): number | undefined {
  return standards('service-radius', stage) ?? DEFAULT_RADII.get(stage);
}
