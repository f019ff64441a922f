import { toMetres } from './frame.mjs';
import { counterClockwise } from './plane.mjs';
import { leftBank, nearestIndex, rightBank } from './river.mjs';

const lonLat = (...points) => points.map(toMetres);
const EAST = nearestIndex([1500, 3550]);
const SOUTH = nearestIndex([-2500, 1350]);
/** From the bank to the edge of the map. */
const NORTH_DIVIDE = [[2150, 4900], [2600, 6300], ...lonLat([106.044, 31.64])];
const SOUTH_DIVIDE = [[-2330, 150], [-2250, -2600], [-1500, -5200], ...lonLat([105.996, 31.5])];

const NAMES = { jiangbei: '江北片区', qili: '七里新区', jiangnan: '江南片区', jiangdong: '江东片区' };

const RINGS = {
  jiangbei: [
    ...leftBank.slice(0, EAST + 1),
    ...NORTH_DIVIDE,
    ...lonLat([106.02, 31.6385], [105.99, 31.6392], [105.97, 31.64]),
  ],
  jiangdong: [
    ...leftBank.slice(EAST),
    ...lonLat([106.04, 31.5008], [106.07, 31.503], [106.086, 31.52], [106.09, 31.55], [106.0885, 31.59]),
    ...lonLat([106.082, 31.62], [106.066, 31.6375]),
    ...[...NORTH_DIVIDE].reverse(),
  ],
  jiangnan: [
    ...rightBank.slice(0, SOUTH + 1),
    ...SOUTH_DIVIDE,
    ...lonLat([105.97, 31.5015], [105.945, 31.506], [105.933, 31.53], [105.93, 31.57], [105.932, 31.61]),
    ...lonLat([105.94, 31.637]),
  ],
  qili: [...rightBank.slice(SOUTH), ...[...SOUTH_DIVIDE].reverse()],
};

/** The four districts: together all the land, cut by the river and by two straight-sided borders. */
export const districts = Object.entries(RINGS).map(([id, ring]) => ({
  id,
  name: NAMES[id],
  ring: counterClockwise(ring),
}));
