import { featuresOf, keyOf, planOf, type FeatureRecord, type Plan } from '../../../src/domain/plan';
import { apply, type PlanDiff } from '../../../src/domain/plan-diff';
import { openProject } from '../../../src/cli/open-project';
import type { Contents } from '../../../src/engine/layer-contents';
import { finished } from '../../../src/engine/pacer';
import { buildState, evaluateRules, type EngineState } from '../../../src/engine/state';
import { updateState } from '../../../src/engine/update';
import { planarFrom } from '../../../src/geo/to-planar';
import { zoneOverlapArea } from '../../../src/geo/zone-overlap';
import type { CrossingPair } from '../peers/crossing-pairs';
import { polygonsOf } from '../peers/polygons';
import type { PlanarCity } from './planar-city';

export interface Totals {
  readonly conflicts: number;
  readonly overlapM2: number;
}

/** The engine as the benches drive it; the one place to change where its inside does. */
export class EngineUnderTest {
  #state: EngineState;
  #plan: Plan;
  #revision = 0;
  readonly #contents: Contents;

  static async open(folder: string): Promise<EngineUnderTest> {
    const project = await openProject(folder);
    if (!project.ok) throw new Error(project.error.code);
    const { layers, records } = project.value;
    const contents: Contents = (name, hash) => {
      const layer = layers.find((one) => one.name === name && one.hash === hash);
      return layer && { layer: name, hash, features: layer.inspected.features, rejected: [], repaired: [] };
    };
    return new EngineUnderTest(planOf(records), contents);
  }

  private constructor(plan: Plan, contents: Contents) {
    this.#plan = plan;
    this.#contents = contents;
    this.#state = finished(buildState(plan, 0, contents));
  }

  /** Every rule on every site anew; what was found before is forgotten. */
  check(): void {
    for (const rule of this.#state.rules.keys()) this.#state.results.removeRule(rule);
    finished(evaluateRules(this.#state, [...this.#state.rules.values()]));
    this.#state.results.takeChanges();
  }

  /** Of the findings at or under their limit; those just beyond, within the tolerance, are not counted. */
  totals(): Totals {
    let conflicts = 0;
    let overlapM2 = 0;
    for (const { conflict } of this.#state.results.all()) {
      if (conflict.distanceM > (conflict.thresholdM ?? 0)) continue;
      conflicts++;
      overlapM2 += conflict.overlapM2 ?? 0;
    }
    return { conflicts, overlapM2 };
  }

  sites(): readonly FeatureRecord[] {
    return featuresOf(this.#plan, 'schools');
  }

  /** Brings in a changed site; how many findings came, changed or went. */
  move(after: FeatureRecord): number {
    const before = this.#plan.get(keyOf(after));
    if (!before) throw new Error(`no school ${after.id}`);
    const diff: PlanDiff = { created: [], modified: [[before, after]], deleted: [] };
    this.#plan = apply(this.#plan, diff);
    this.#revision++;
    const change = { plan: this.#plan, revision: this.#revision, contents: this.#contents };
    const { state, delta } = updateState(this.#state, diff, change);
    this.#state = state;
    return delta.upserted.length + delta.removed.length;
  }
}

/** The engine's own measure of the area that each pair shares, m² of the frame. */
export function zoneAreas(
  { parcels, sites }: PlanarCity,
  pairs: readonly CrossingPair[],
): (pair: number) => number {
  const plane = (x: number, y: number) => [x, y] as const;
  const ready = pairs.map(({ site, parcel, ruleM }) => ({
    parcel: planarFrom({ type: 'MultiPolygon', coordinates: polygonsOf(parcels.shapes, parcel) }, plane),
    site: planarFrom(
      sites.shapes.types[site] === 0
        ? { type: 'Point', coordinates: [sites.shapes.xy[2 * site]!, sites.shapes.xy[2 * site + 1]!] }
        : { type: 'MultiPolygon', coordinates: polygonsOf(sites.shapes, site) },
      plane,
    ),
    ruleM,
  }));
  return (n) => zoneOverlapArea(ready[n]!.parcel, ready[n]!.site, ready[n]!.ruleM);
}
