import { message, type Message } from '../../../domain/message';
import type { FrameCentre } from '../../../domain/project';
import { crsLabel, epsgCrs, type Crs } from '../../../geo/crs/crs';
import type { Datum } from '../../../geo/crs/datum';
import { gaussKrugerCode, meridianOfZone, widthOfZone } from '../../../geo/crs/gauss-kruger-zones';
import type { Extent } from '../coordinates';

export interface NumberedSystem {
  readonly crs: Crs;
  readonly swapAxes: boolean;
  readonly reason: Message;
}

/** Most positions must agree before they are judged together. */
const MOST = 0.9;

/** Eastings within a zone: 500 km is its middle, and a 6° zone reaches 334 km to either side. */
const EASTINGS = { least: 150_000, most: 850_000 };
/** Northings of China. */
const NORTHINGS = { least: 350_000, most: 6_200_000 };

/** Older datums of the same grids, which the numbers cannot tell from CGCS2000, in the order of their likelihood. */
const GRID_DATUMS: readonly Datum[] = ['cgcs2000', 'xian80', 'beijing54'];

/** The systems that a layer's numbers may be in, the likeliest first, by their size alone; the place is not looked at. */
export function systemsByNumbers(extent: Extent, near: FrameCentre | null): NumberedSystem[] {
  if (extent.positions === 0) return [];
  const { middleX: x, middleY: y } = extent;
  if (extent.notDegrees < extent.positions * MOST) return inDegrees(extent, near);
  const straight = planar(x, y, near, false);
  const exchanged = planar(y, x, near, true);
  const mercator = epsgCrs(3857);
  return [
    ...straight,
    ...exchanged,
    { crs: mercator, swapAxes: false, reason: message('crs-from-size', { crs: crsLabel(mercator) }) },
  ];
}

function inDegrees(extent: Extent, near: FrameCentre | null): NumberedSystem[] {
  const { middleX: x, middleY: y, positions } = extent;
  const isImpossible = extent.latitudeFirst >= positions * MOST;
  const isElsewhere = near !== null && distance(x, y, near) > distance(y, x, near);
  const isChinaSwapped = extent.chinaSwapped >= positions * MOST;
  const swapAxes = isImpossible || (isChinaSwapped && (near === null || isElsewhere));
  const reason = message(swapAxes ? 'crs-from-degrees-swapped' : 'crs-from-degrees');
  return [
    { crs: epsgCrs(4490), swapAxes, reason },
    { crs: { kind: 'gcj02' }, swapAxes, reason: message('crs-perhaps-offset', { crs: 'GCJ-02' }) },
    { crs: { kind: 'bd09' }, swapAxes, reason: message('crs-perhaps-offset', { crs: 'BD-09' }) },
    ...(['xian80', 'beijing54'] as const).map((datum): NumberedSystem => {
      const crs = epsgCrs(datum === 'xian80' ? 4610 : 4214);
      return { crs, swapAxes, reason: message('crs-perhaps-older', { crs: crsLabel(crs) }) };
    }),
  ];
}

function distance(lon: number, lat: number, near: FrameCentre): number {
  return Math.hypot(lon - near.lon, lat - near.lat);
}

/** Gauss-Krüger grids and UTM that an easting and a northing may be of. */
function planar(
  eastM: number,
  northM: number,
  near: FrameCentre | null,
  swapAxes: boolean,
): NumberedSystem[] {
  const zone = Math.floor(eastM / 1_000_000);
  const inZone = eastM - zone * 1_000_000;
  if (inZone < EASTINGS.least || inZone > EASTINGS.most) return [];
  if (northM < NORTHINGS.least || northM > NORTHINGS.most) return [];
  const width = widthOfZone(zone);
  if (width !== null) {
    const meridian = meridianOfZone(width, zone);
    return gridsOf(width, true, meridian, swapAxes, (crs) =>
      message('crs-from-prefix', { zone, width, crs }),
    );
  }
  if (zone !== 0) return [];
  if (!near) return [];
  const nearest = Math.round(near.lon / 3) * 3;
  const meridians = [nearest, nearest - 3, nearest + 3];
  const utmZone = Math.floor(near.lon / 6) + 31;
  const utm = epsgCrs(32_600 + utmZone);
  return [
    ...meridians.flatMap((meridian) =>
      gridsOf(3, false, meridian, swapAxes, (crs) => message('crs-from-place', { meridian, crs })),
    ),
    {
      crs: utm,
      swapAxes,
      reason: message('crs-from-place', { meridian: utmZone * 6 - 183, crs: crsLabel(utm) }),
    },
  ];
}

function gridsOf(
  width: 3 | 6,
  hasPrefix: boolean,
  meridian: number,
  swapAxes: boolean,
  reason: (crs: string) => Message,
): NumberedSystem[] {
  return GRID_DATUMS.flatMap((datum) => {
    const epsg = gaussKrugerCode(datum, width, hasPrefix, meridian);
    if (epsg === null) return [];
    const crs = epsgCrs(epsg);
    const isOlder = datum !== 'cgcs2000';
    return {
      crs,
      swapAxes,
      reason: isOlder ? message('crs-perhaps-older', { crs: crsLabel(crs) }) : reason(crsLabel(crs)),
    };
  });
}
