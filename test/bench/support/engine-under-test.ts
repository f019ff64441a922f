import { openProject } from '../../../src/cli/open-project';
import {
  featuresOf,
  keyOf,
  layersOf,
  planOf,
  type FeatureRecord,
  type Plan,
  type PlanRecord,
  type RecordKey,
} from '../../../src/domain/plan';
import { applyTo, type PlanDiff } from '../../../src/domain/plan-diff';
import { appraisalOf } from '../../../src/engine/appraisal/appraise';
import { layerContent, type Contents } from '../../../src/engine/layer-contents';
import { finished } from '../../../src/engine/pacer';
import { buildState, evaluateRules, type EngineState } from '../../../src/engine/state';
import { updateState } from '../../../src/engine/update';
import { tableOfOne } from '../../../src/geo/shape-views';
import { createSubjectMeter } from '../../../src/geo/subject-meter';
import { planarFrom } from '../../../src/geo/to-planar';
import type { CrossingPair } from '../peers/crossing-pairs';
import { polygonsOf } from '../peers/polygons';
import { attributeBytes } from './attribute-bytes';
import type { PlanarCity } from './planar-city';

export interface Totals {
  readonly conflicts: number;
  readonly overlapM2: number;
}

export interface Found {
  readonly site: string;
  readonly parcel: string;
  readonly ruleM: number;
  readonly distanceM: number;
  readonly overlapM2: number;
}

/** The engine as the benches drive it; the one place to change where its inside does. */
export class EngineUnderTest {
  #state: EngineState;
  readonly #plan: Map<RecordKey, PlanRecord>;
  #revision = 0;
  readonly #contents: Contents;

  static async open(folder: string): Promise<EngineUnderTest> {
    const project = await openProject(folder);
    if (!project.ok) throw new Error(project.error.code);
    const { layers, records } = project.value;
    const contents = layers.flatMap(({ name, hash, inspected: { table } }) =>
      table ? [layerContent({ layer: name, hash, rejected: [], repaired: [] }, table)] : [],
    );
    return new EngineUnderTest(planOf(records), (name, hash) =>
      contents.find((content) => content.layer === name && content.hash === hash),
    );
  }

  private constructor(plan: Plan, contents: Contents) {
    this.#plan = new Map(plan);
    this.#contents = contents;
    this.#state = finished(buildState(this.#plan, 0, contents));
  }

  /** Forgets what was found, and of the sites everything that was made ready for measuring. */
  forget(): void {
    for (const rule of this.#state.rules.keys()) this.#state.results.removeRule(rule);
    this.#state.results.takeReplaced();
    const schools = this.#state.layers.get('schools')!;
    for (const site of this.sites()) {
      // What catchments hold is made ready for their radius, and apart from what is checked.
      this.#state.coverage.put(schools.itemAt(schools.put(site)));
      schools.put(site);
    }
  }

  /** Ids of so many parcels, evenly from the whole layer. */
  parcels(count: number): readonly string[] {
    const layer = this.#state.layers.get('parcels')!;
    const slots = [...layer.slots()];
    return Array.from({ length: count }, (_, i) =>
      layer.idAt(slots[Math.floor((i * slots.length) / count)]!),
    );
  }

  /** Every rule on one parcel; how many it fails. */
  appraise(parcel: string): number {
    const appraisal = appraisalOf(this.#state, { kind: 'parcel', id: parcel });
    return appraisal?.rules.filter(({ outcome }) => outcome === 'conflict').length ?? 0;
  }

  /** Every rule on every site. */
  check(): void {
    finished(evaluateRules(this.#state, [...this.#state.rules.values()]));
  }

  /** Findings at or under their limit; those just beyond, within the tolerance, are left out. */
  *found(): Generator<Found> {
    const { rules, layers, results } = this.#state;
    const [sites, parcels] = [layers.get('schools')!, layers.get('parcels')!];
    for (const [id, { rule }] of rules) {
      const ruleM = rule.test.relation === 'within-distance' ? rule.test.distanceM : NaN;
      for (const [slot, block] of results.blocksOf(id)) {
        for (let row = 0; row < block.size; row++) {
          const distanceM = block.distanceM[row]!;
          if (distanceM > ruleM) continue;
          const parcel = parcels.idAt(block.objects[row]!);
          yield { site: sites.idAt(slot), parcel, ruleM, distanceM, overlapM2: block.overlapM2[row]! };
        }
      }
    }
  }

  totals(): Totals {
    let conflicts = 0;
    let overlapM2 = 0;
    for (const found of this.found()) {
      conflicts++;
      overlapM2 += found.overlapM2;
    }
    return { conflicts, overlapM2 };
  }

  /** How many parcels there are, and what their ids and properties take. */
  parcelAttributes(): { readonly parcels: number; readonly attributeBytes: number } {
    const { hash } = layersOf(this.#plan).find(({ name }) => name === 'parcels')!;
    const { attributes } = this.#contents('parcels', hash!)!;
    return { parcels: attributes.size, attributeBytes: attributeBytes(attributes) };
  }

  sites(): readonly FeatureRecord[] {
    return featuresOf(this.#plan, 'schools');
  }

  /** Brings in a changed site and computes its conflicts. */
  move(after: FeatureRecord): void {
    const before = this.#plan.get(keyOf(after));
    if (!before) throw new Error(`no school ${after.id}`);
    const diff: PlanDiff = { created: [], modified: [[before, after]], deleted: [] };
    applyTo(this.#plan, diff);
    this.#revision++;
    const target = { plan: this.#plan, revision: this.#revision, contents: this.#contents };
    this.#state = updateState(this.#state, diff, target);
  }
}

/** The engine's own measure of the area that each pair shares, m² of the frame. */
export function zoneAreas(
  { parcels, sites }: PlanarCity,
  pairs: readonly CrossingPair[],
): (pair: number) => number {
  const plane = (x: number, y: number) => [x, y] as const;
  const meters = new Map(
    Array.from(new Set(pairs.map(({ site }) => site)), (site) => {
      const { xy, types } = sites.shapes;
      const geometry = planarFrom(
        types[site] === 0
          ? { type: 'Point', coordinates: [xy[2 * site]!, xy[2 * site + 1]!] }
          : { type: 'MultiPolygon', coordinates: polygonsOf(sites.shapes, site) },
        plane,
      );
      return [site, createSubjectMeter(geometry)];
    }),
  );
  const ready = pairs.map(({ site, parcel, ruleM }) => {
    const coordinates = polygonsOf(parcels.shapes, parcel);
    const shapes = tableOfOne(planarFrom({ type: 'MultiPolygon', coordinates }, plane));
    const meter = meters.get(site)!;
    return { meter, shapes, ruleM, distance: meter.distance(shapes, 0, ruleM) };
  });
  return (n) => {
    const { meter, shapes, ruleM, distance } = ready[n]!;
    return meter.overlap(shapes, 0, ruleM, distance);
  };
}
