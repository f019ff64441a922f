import type { Plan } from '../../domain/plan';
import { epsgCrs, isInDegrees, LON_LAT } from '../../geo/crs/crs';
import { reprojection, type CrsFault } from '../../geo/crs/reprojection';
import { crsChoice, crsChoices, type CrsChoice, type CrsChoiceGroup } from '../import/crs-choices';
import { crsOf, FORMAT_TRAITS, projectZone, type ExportWish } from './export-wish';

export interface ExportCrsChoices {
  readonly groups: readonly CrsChoiceGroup[];
  readonly chosen: CrsChoice;
  /** Why nothing can be written in it; null where it can. */
  readonly fault: CrsFault | null;
  /** Whether places are known exactly in it. */
  readonly isExact: boolean;
}

/** Systems to export in: those that are usual in the city first. */
export function exportCrsChoices(wish: ExportWish, plan: Plan): ExportCrsChoices {
  const crs = crsOf(wish, plan);
  const usual = [LON_LAT, epsgCrs(4326), projectZone(plan, true), projectZone(plan, false)];
  const candidates = usual.flatMap((one) => (one ? [{ crs: one }] : []));
  const all = crsChoices(candidates, crs, 'project');
  const { isDegreesOnly } = FORMAT_TRAITS[wish.format];
  const groups = isDegreesOnly
    ? all.flatMap(({ code, choices }) => {
        const fitting = choices.filter((choice) => isInDegrees(choice.crs));
        return fitting.length > 0 ? [{ code, choices: fitting }] : [];
      })
    : all;
  const way = reprojection(crs, wish.shift ?? undefined);
  return {
    groups,
    chosen: crsChoice(crs),
    fault: way.ok ? null : way.error,
    isExact: !way.ok || way.value.isExact,
  };
}
