import type { ServingSchool } from '../../domain/appraisal';
import { boxOf } from '../../domain/feature';
import { STAGES } from '../../domain/stage';
import { boxGap } from '../box-index';
import { shareWithin } from '../catchments';
import { byCodeUnit, nameOf } from '../districts';
import { MEASURE_DECIMALS, rounded, SHARE_DECIMALS } from '../findings';
import type { LayerItem } from '../layer-item';
import { statusOf } from '../school-facts';
import { sectionsOf, seatsByClasses } from '../school-sections';
import type { EngineState } from '../state';

/** Schools in whose catchments the land lies, whole or part; sites that are not approved are named too. */
export function servingSchools(
  { coverage, standards }: Pick<EngineState, 'coverage' | 'standards'>,
  land: LayerItem,
): readonly ServingSchool[] {
  return coverage
    .all()
    .flatMap(({ school, stage, radiusM }): ServingSchool[] => {
      const radius = radiusM * school.k;
      if (boxGap(school.geometry, land.geometry) > radius) return [];
      const share = shareWithin(land, school.meter, radius);
      if (!(share > 0)) return [];
      const section = sectionsOf(school.feature, standards).find((one) => one.stage === stage);
      const distanceM = school.meter.distance(land.shapes, land.shape, Infinity) / school.k;
      return [
        {
          school: school.id,
          name: nameOf(school.feature, school.id),
          stage,
          status: statusOf(school.feature),
          radiusM,
          distanceM: rounded(distanceM, MEASURE_DECIMALS),
          share: rounded(Math.min(1, share), SHARE_DECIMALS),
          seats: seatsByClasses(stage, section?.classes, standards) ?? null,
          pupils: section?.pupils ?? null,
          box: boxOf(school.feature.geometry),
        },
      ];
    })
    .sort(
      (a, b) =>
        stageRank(a.stage) - stageRank(b.stage) ||
        a.distanceM - b.distanceM ||
        byCodeUnit(a.school, b.school),
    );
}

function stageRank(stage: string): number {
  const rank = (STAGES as readonly string[]).indexOf(stage);
  return rank < 0 ? STAGES.length : rank;
}
