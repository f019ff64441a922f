import { message, type Message } from '../../domain/message';
import { crsLabel, epsgCrs, type Crs } from '../../geo/crs/crs';
import { datumOfGeographic } from '../../geo/crs/datum';
import { gaussKrugerCode, gaussKrugerZone } from '../../geo/crs/gauss-kruger-zones';
import { isNorthFirst } from '../../io/import/crs/detect-crs';
import type { SourceSummary } from '../../io/import/sources/source-tool';
import type { SourceChoices } from './pending-source';

export { approximateNote } from '../../geo/crs/approximate';
export { parseCrs } from '../../geo/crs/parse-crs';
export { parseSevenParameters } from '../../geo/crs/parse-seven-parameters';
export type { DatumShift } from '../../geo/crs/reprojection';
export { crsLabel } from '../../geo/crs/crs';

export interface CrsChoice {
  /** Names the choice in a list. */
  readonly key: string;
  readonly crs: Crs;
  readonly name: Message;
  /** Of one that the layer may be in: how far from the districts it would then lie; null where that is not known. */
  readonly distanceKm?: number | null;
}

export interface CrsChoiceGroup {
  readonly code: string;
  readonly choices: readonly CrsChoice[];
}

/** What a reference system is called. */
export function crsName(crs: Crs): Message {
  const other = message('crs-name.other', { crs: crsLabel(crs) });
  if (crs.kind === 'local-grid') return message('crs-name.local', { crs: crsLabel(crs) });
  if (crs.kind === 'gcj02' || crs.kind === 'bd09') return message('crs-name.offset', { crs: crsLabel(crs) });
  if (crs.kind !== 'epsg') return other;
  const { epsg } = crs;
  const datum = datumOfGeographic(epsg);
  if (datum) return message(`crs-name.degrees.${datum}`, { epsg });
  const grid = gaussKrugerZone(epsg);
  if (grid) {
    const { widthDeg: width, zone, centralMeridian: meridian } = grid;
    return message(`crs-name.${grid.hasPrefix ? 'prefixed' : 'grid'}.${grid.datum}`, {
      width,
      zone,
      meridian,
      epsg,
    });
  }
  if (epsg === 3857) return message('crs-name.web-mercator', { epsg });
  return epsg >= 32_601 && epsg <= 32_660 ? message('crs-name.utm', { zone: epsg - 32_600, epsg }) : other;
}

export const crsChoice = (crs: Crs): CrsChoice => ({ key: crsLabel(crs), crs, name: crsName(crs) });

/** Of the zones of China, of either width. */
const FIRST_MERIDIAN = 75;
const LAST_MERIDIAN = 135;

function zonesOf(width: 3 | 6, hasPrefix: boolean): CrsChoice[] {
  const choices: CrsChoice[] = [];
  for (let meridian = FIRST_MERIDIAN; meridian <= LAST_MERIDIAN; meridian += width) {
    const epsg = gaussKrugerCode('cgcs2000', width, hasPrefix, meridian);
    if (epsg !== null) choices.push(crsChoice(epsgCrs(epsg)));
  }
  return choices;
}

/** Systems to choose from: those that the layer may be in, the likeliest first, then all others; each once. */
export function crsChoices(
  candidates: readonly Pick<CrsChoice, 'crs' | 'distanceKm'>[],
  chosen: Crs | null,
  first = 'likely',
): CrsChoiceGroup[] {
  const groups: readonly (readonly [code: string, choices: readonly CrsChoice[]])[] = [
    [
      first,
      [
        ...candidates.map(({ crs, distanceKm = null }) => ({ ...crsChoice(crs), distanceKm })),
        ...(chosen ? [crsChoice(chosen)] : []),
      ],
    ],
    ['degrees', [crsChoice(epsgCrs(4490)), crsChoice(epsgCrs(4326))]],
    ['grid3', [...zonesOf(3, true), ...zonesOf(3, false)]],
    ['grid6', [...zonesOf(6, true), ...zonesOf(6, false)]],
    ['others', [crsChoice(epsgCrs(3857)), crsChoice({ kind: 'gcj02' }), crsChoice({ kind: 'bd09' })]],
  ];
  const taken = new Set<string>();
  return groups.flatMap(([code, all]) => {
    const choices = all.filter(({ key }) => taken.size < taken.add(key).size);
    return choices.length > 0 ? [{ code: `crs-group.${code}`, choices }] : [];
  });
}

/** A system for a layer, with the order of axes in which the layer then is. */
export function withCrs(
  { detection, extent }: SourceSummary,
  crs: Crs,
): Pick<SourceChoices, 'crs' | 'swapAxes'> {
  const known = detection.candidates.find((candidate) => crsLabel(candidate.crs) === crsLabel(crs));
  return { crs, swapAxes: known?.swapAxes ?? isNorthFirst(crs, extent, detection.districtsBox) };
}
