import type { LonLatBox } from '../../domain/feature';
import type { OutlinedLayer } from '../../domain/layer-outline';
import { message, type Message } from '../../domain/message';
import { kilometresTo, NEAR_KM } from '../../io/import/crs/detect-crs';
import type { PendingImport } from '../import-store';
import { unionBox } from '../plan-box';

/** The eight winds, from the north clockwise. */
const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

const KM_PER_DEGREE = 111;

function middleOf([west, south, east, north]: LonLatBox): readonly [lon: number, lat: number] {
  return [(west + east) / 2, (south + north) / 2];
}

function lonStretch(lat: number): number {
  return Math.cos((lat * Math.PI) / 180);
}

/** Which way one has to go from a box's middle to come to another place. */
function windTo(box: LonLatBox, [lon, lat]: readonly [number, number]): (typeof WINDS)[number] {
  const [fromLon, fromLat] = middleOf(box);
  const bearing = Math.atan2((lon - fromLon) * lonStretch(fromLat), lat - fromLat);
  return WINDS[Math.round((bearing / Math.PI) * 4 + 8) % 8]!;
}

/** How far the middle of a layer is from the districts, and whether that is near enough to be of the city. */
export function whereaboutsOf(
  box: LonLatBox | null,
  districtsBox: LonLatBox | null,
): { readonly said: Message | null; readonly isNear: boolean } {
  if (!box || !districtsBox) return { said: null, isNear: true };
  const middle = middleOf(box);
  const km = kilometresTo(districtsBox, middle);
  if (km === 0) return { said: message('source-inside'), isNear: true };
  const said = message('source-outside', {
    km: Math.round(km * 10) / 10,
    wind: windTo(districtsBox, middle),
  });
  return { said, isNear: km <= NEAR_KM };
}

/** Width and height of a box in km, about. */
export function extentKm(box: LonLatBox): { readonly eastWest: number; readonly northSouth: number } {
  const [west, south, east, north] = box;
  return {
    eastWest: (east - west) * lonStretch(middleOf(box)[1]) * KM_PER_DEGREE,
    northSouth: (north - south) * KM_PER_DEGREE,
  };
}

/** What a layer on its way in is seen against: the work's own layers, and the others that come along. */
export interface Surroundings {
  readonly layers: readonly OutlinedLayer[];
  /** Around the districts; null where there are none. */
  readonly city: LonLatBox | null;
}

export function surroundingsOf(
  id: string,
  ground: readonly OutlinedLayer[],
  pending: readonly PendingImport[],
): Surroundings {
  const arriving = pending.flatMap(({ id: other, layer, reply }) => {
    const outline = other === id ? null : reply?.preview?.outline;
    return outline ? [{ layer, outline }] : [];
  });
  const layers = [...ground, ...arriving];
  const boxOf = (some: readonly OutlinedLayer[]) =>
    unionBox(some.filter(({ layer }) => layer === 'districts').map(({ outline }) => outline.box));
  return { layers, city: boxOf(ground) ?? boxOf(arriving) };
}
