import type { CoverageRow } from '../domain/analysis';
import { textOf, type GeoFeature } from '../domain/feature';
import type { Deficit, Target } from '../domain/target';
import { STAGES } from '../domain/stage';
import { byCodeUnit } from './districts';
import { statusOf } from './school-facts';
import { isSingle, pupilsOf, seatsOf, sectionsOf } from './school-sections';
import { siteDeficits } from './site-deficits';
import type { Standards } from './standards';

/** A school as deficits see it. */
export interface LocatedSchool {
  readonly id: string;
  readonly feature: GeoFeature;
  readonly district: string | null;
  /** Ellipsoidal m²; undefined for a point. */
  readonly areaM2: number | undefined;
}

export interface DeficitInput {
  readonly targets: readonly Target[];
  readonly schools: readonly LocatedSchool[];
  readonly standards: Standards;
  readonly coverage: readonly CoverageRow[];
  /** Residents by district; empty where no residential layer is loaded. */
  readonly residents: ReadonlyMap<string, number>;
}

/** Everything below its target: sites in the order of the targets, then site areas, seats and coverage. */
export function deficitsOf({
  targets,
  schools,
  standards,
  coverage,
  residents,
}: DeficitInput): readonly Deficit[] {
  const sites = schools.map(({ feature, district }) => ({
    stage: textOf(feature, 'stage') ?? '',
    status: statusOf(feature),
    district,
    programme: textOf(feature, 'programme'),
  }));
  return [
    ...siteDeficits(targets, sites),
    ...siteAreaDeficits(schools, standards),
    ...seatDeficits(residents, schools, standards),
    ...coverage.flatMap((row) => coverageDeficit(row, standards)),
  ];
}

/** No survey of a site is as good as this, m². */
const LEAST_AREA_M2 = 1;

/** Schools whose polygon is smaller than their pupils need. */
function siteAreaDeficits(schools: readonly LocatedSchool[], standards: Standards): readonly Deficit[] {
  return [...schools]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .flatMap(({ id, feature, district, areaM2 }) => {
      const target = areaNeeded(feature, standards);
      if (target === undefined || areaM2 === undefined) return [];
      const missing = target - areaM2;
      if (missing < LEAST_AREA_M2) return [];
      const stage = textOf(feature, 'stage') ?? '';
      return [
        {
          kind: 'site-area',
          district,
          school: id,
          stage,
          target,
          actual: areaM2,
          missing,
          unit: 'm2',
        } as const,
      ];
    });
}

/**
 * m² that a school's pupils need; undefined where pupils or a standard are unknown. A school of several stages is
 * the sum of its sections, or goes by a standard for its own kind where one of theirs is missing.
 */
function areaNeeded(school: GeoFeature, standards: Standards): number | undefined {
  let area = 0;
  let allPupils = 0;
  let complete = true;
  for (const section of sectionsOf(school, standards)) {
    const pupils = pupilsOf(section, standards);
    if (pupils === undefined) return undefined;
    const perPupil = standards('site-area', section.stage);
    allPupils += pupils;
    if (perPupil === undefined) complete = false;
    else area += pupils * perPupil;
  }
  if (complete) return area;
  const perPupil = standards('site-area', textOf(school, 'stage') ?? '');
  return perPupil === undefined ? undefined : allPupils * perPupil;
}

/** Places for a district's residents (千人指标) against those of its schools that stand or are being built. */
function seatDeficits(
  residents: ReadonlyMap<string, number>,
  schools: readonly LocatedSchool[],
  standards: Standards,
): readonly Deficit[] {
  const open = schools
    .filter(({ feature }) => isOpenSoon(feature))
    .flatMap(({ feature, district }) =>
      sectionsOf(feature, standards).map((section) => ({
        district,
        stage: section.stage,
        seats: seatsOf(section, standards) ?? 0,
      })),
    );
  return Array.from(residents).flatMap(([district, people]) =>
    STAGES.filter(isSingle).flatMap((stage) => {
      const perThousand = standards('seats', stage);
      if (perThousand === undefined) return [];
      const target = Math.round((people * perThousand) / 1000);
      const here = open.filter((section) => section.district === district && section.stage === stage);
      const actual = Math.round(here.reduce((sum, { seats }) => sum + seats, 0));
      const missing = target - actual;
      return missing > 0
        ? [{ kind: 'seats', district, stage, target, actual, missing, unit: 'seat' } as const]
        : [];
    }),
  );
}

function isOpenSoon(school: GeoFeature): boolean {
  const status = statusOf(school);
  return status === 'existing' || status === 'under-construction';
}

/** Residents outside every catchment, where a pack sets a service radius or a share to be covered for the stage. */
function coverageDeficit(
  { district, stage, residents, residentsCovered }: CoverageRow,
  standards: Standards,
): readonly Deficit[] {
  const share = standards('coverage', stage);
  if (district === null || (share ?? standards('service-radius', stage)) === undefined) return [];
  const target = Math.round(residents * (share ?? 1));
  const actual = Math.round(residentsCovered);
  const missing = target - actual;
  return missing > 0 ? [{ kind: 'coverage', district, stage, target, actual, missing, unit: 'person' }] : [];
}
