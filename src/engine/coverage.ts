import type { CoverageRow, SiteCatchment } from '../domain/analysis';
import { catchmentsOf, unitedShare, type Catchment } from './catchments';
import { byCodeUnit, districtIds, districtOf } from './districts';
import type { LayerIndex } from './layer-index';
import type { LayerItem } from './layer-item';
import { STAGES } from '../domain/stage';
import type { Progress } from './protocol';
import { residentsOf } from './residents';
import { isSingle } from './school-sections';
import { radiusOf, type Standards } from './standards';

/** Catchments of all schools and what they cover together, kept up as schools change. */
export interface Coverage {
  /** Puts a school's catchments in place of those that it had. */
  put(school: LayerItem): void;
  remove(school: string): void;
  /** By school id, then stage. */
  all(): readonly Catchment[];
  /** The same, as figures. */
  catchments(): readonly SiteCatchment[];
  /** By district, the whole city last, then stage; empty where no residential layer is loaded. */
  rows(): readonly CoverageRow[];
  /** By district id, in order; empty where no residential layer is loaded. */
  residents(): ReadonlyMap<string, number>;
}

export interface CoverageSetting {
  readonly residential: LayerIndex | undefined;
  readonly districts: LayerIndex | undefined;
  readonly standards: Standards;
  /** Persons per household that the project assumes; undefined where it does not. */
  readonly householdSize?: number;
}

/**
 * Nobody is counted twice: of each residential feature that share counts which lies in at least one catchment of the
 * stage. A residential feature belongs to the district of its representative point.
 */
export function* createCoverage(
  { residential, districts, standards, householdSize }: CoverageSetting,
  schools: readonly LayerItem[],
): Generator<Progress, Coverage> {
  const bySchool = new Map<string, readonly Catchment[]>();
  /** By stage: what share of each residential slot is covered; a slot that is not there must be computed. */
  const covered = new Map<string, Map<number, number>>();
  const places = placesOf(residential, districts, householdSize);
  const homes = places.filter(isHome);
  const uncounted = countByDistrict(places.filter(({ population }) => population === null));

  const forget = (catchments: readonly Catchment[]) => {
    for (const { stage, shares } of catchments) {
      for (const slot of shares.keys()) covered.get(stage)?.delete(slot);
    }
  };
  const remove = (school: string) => {
    forget(bySchool.get(school) ?? []);
    bySchool.delete(school);
  };
  const put = (school: LayerItem) => {
    remove(school.id);
    const catchments = catchmentsOf(school, standards, residential, householdSize);
    forget(catchments);
    bySchool.set(school.id, catchments);
  };
  const coveredShare = (
    stage: string,
    reaching: readonly Catchment[],
    slot: number,
    home: LayerItem,
  ): number => {
    let shares = covered.get(stage);
    if (!shares) covered.set(stage, (shares = new Map<number, number>()));
    let share = shares.get(slot);
    if (share === undefined) {
      share = unitedShare(
        home,
        slot,
        reaching.filter((catchment) => catchment.shares.has(slot)),
      );
      shares.set(slot, share);
    }
    return share;
  };

  const all = (): readonly Catchment[] =>
    Array.from(bySchool.values())
      .flat()
      .sort((a, b) => byCodeUnit(a.school.id, b.school.id) || byCodeUnit(a.stage, b.stage));

  for (const [done, school] of schools.entries()) {
    put(school);
    yield { step: 'coverage', done, total: schools.length };
  }

  return {
    put,
    remove,
    all,
    catchments: () =>
      all().map(({ school, stage, radiusM, areaM2, residents }) => ({
        school: school.id,
        stage,
        radiusM,
        areaM2,
        residents,
      })),
    residents() {
      const sums = new Map(residential ? districtIds(districts).map((district) => [district, 0]) : []);
      for (const { population, district } of homes) {
        if (district !== null) sums.set(district, sums.get(district)! + population);
      }
      return sums;
    },
    rows() {
      if (!residential) return [];
      const ids = [...districtIds(districts), null];
      const served = STAGES.filter(isSingle).flatMap((stage) => {
        const radiusM = radiusOf(standards, stage);
        return radiusM === undefined ? [] : [{ stage, radiusM }];
      });
      const tables = served.map(({ stage, radiusM }) => {
        // In order of school, so that the last digits do not depend on the order of edits.
        const reaching = all().filter((catchment) => catchment.counts && catchment.stage === stage);
        const sums = new Map(ids.map((district) => [district, { residents: 0, residentsCovered: 0 }]));
        for (const { slot, item, population, district } of homes) {
          const inside = population * coveredShare(stage, reaching, slot, item);
          for (const id of district === null ? [null] : [district, null]) {
            const sum = sums.get(id)!;
            sum.residents += population;
            sum.residentsCovered += inside;
          }
        }
        return { stage, radiusM, sums };
      });
      return ids.flatMap((district) =>
        tables.map(({ stage, radiusM, sums }) => ({
          district,
          stage,
          radiusM,
          ...sums.get(district)!,
          uncounted: uncounted.get(district) ?? 0,
        })),
      );
    },
  };
}

/** A residential feature; `population` is null where it is not known. */
interface Place {
  readonly slot: number;
  readonly item: LayerItem;
  readonly population: number | null;
  readonly district: string | null;
}

interface Home extends Place {
  readonly population: number;
}

function isHome(place: Place): place is Home {
  return place.population !== null && place.population > 0;
}

function placesOf(
  residential: LayerIndex | undefined,
  districts: LayerIndex | undefined,
  householdSize: number | undefined,
): readonly Place[] {
  if (!residential) return [];
  return Array.from(residential.slots(), (slot) => {
    const item = residential.itemAt(slot);
    return {
      slot,
      item,
      population: residentsOf(item, householdSize),
      district: districtOf(districts, item),
    };
  });
}

/** How many there are in each district, and (null) in all. */
function countByDistrict(places: readonly Place[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>([[null, places.length]]);
  for (const { district } of places) {
    if (district !== null) counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  return counts;
}
