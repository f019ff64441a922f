import { add, distance, left, minus, mix, unit } from './plane.mjs';

/** Roads and lines outside the street grids, in metres; drawn by hand. */

const road = (rank, highway, name, line) => ({ class: rank, highway, name, line });

export const highways = {
  national: road('arterial', 'national', '国道示例线', [
    [-4350, 7700],
    [-4150, 6900],
    [-2700, 6550],
    [-600, 6550],
    [1200, 5700],
    [2700, 4650],
    [4300, 3650],
    [6100, 2000],
    [6900, -200],
    [6900, -2600],
    [6300, -7200],
  ]),
  provincial: road('secondary', 'provincial', '省道示例线', [
    [-7300, 3000],
    [-6250, 1500],
    [-6100, -900],
    [-5300, -2150],
    [-3600, -2350],
    [-1900, -2300],
    [-500, -2300],
    [1500, -2450],
    [4500, -2150],
  ]),
  county: road('secondary', 'county', '县道示例线', [
    [700, -2390],
    [500, -4200],
    [-300, -7600],
  ]),
  township: road('branch', 'township', '江东乡道', [
    [5800, -2300],
    [5650, -3600],
    [5000, -4900],
    [3200, -5700],
  ]),
  townshipWest: road('branch', 'township', '江南乡道', [
    [-5300, -2150],
    [-5700, -3400],
    [-5200, -5600],
  ]),
  motorwayWest: road('expressway', 'national', '绕城高速示例线', [
    [-7300, -3900],
    [-3000, -3650],
    [1000, -3500],
    [4350, -3330],
  ]),
  motorwayEast: road('expressway', 'national', '绕城高速示例线', [
    [5250, -3190],
    [7300, -2700],
  ]),
};

/** Bridges of the country roads: the motorway's, and the provincial road's to the far bank. */
export const countryBridges = [
  {
    ...road('expressway', 'national', '绕城高速大桥', [
      [4350, -3330],
      [5250, -3190],
    ]),
    bridge: true,
  },
  {
    ...road('secondary', 'provincial', '省道大桥', [
      [4500, -2150],
      [5800, -2300],
    ]),
    bridge: true,
  },
];

export const railways = {
  conventional: {
    name: '江城铁路(示例)',
    line: [
      [-7200, -3150],
      [-4000, -3050],
      [-1000, -2900],
      [2500, -2900],
      [4300, -2750],
      [5900, -2600],
      [7300, -2400],
    ],
  },
  highSpeed: {
    name: '高速铁路(示例)',
    highSpeed: true,
    line: [
      [-6917, 6900],
      [-6517, 3500],
      [-6717, 500],
      [-6867, -2500],
      [-6367, -6900],
    ],
  },
};

export const trunkLines = [
  {
    kV: 500,
    name: '500千伏示例线',
    line: [
      [7300, 3900],
      [7150, 1000],
      [7150, -1500],
      [7050, -3600],
      [5600, -7300],
    ],
  },
  {
    kV: 500,
    name: '500千伏北线',
    line: [
      [-4400, 7400],
      [-2650, 6764],
      [-600, 6764],
      [2500, 6700],
    ],
  },
  {
    kV: 220,
    name: '220千伏江南线',
    line: [
      [-7250, -2750],
      [-3200, -2600],
      [-2050, -2000],
      [-1950, 900],
    ],
  },
];

export const gasMain = [
  [-7250, -4800],
  [-2600, -4450],
  [2000, -4350],
  [3700, -3700],
  [5700, -4300],
  [7200, -4100],
];
export const oilMain = [
  [-7200, -5300],
  [-2300, -5200],
  [400, -5100],
];

/** A point `along` metres after the start of a line, and the direction there. */
export function station(line, along) {
  let rest = along;
  for (let i = 1; i < line.length; i++) {
    const length = distance(line[i - 1], line[i]);
    if (rest <= length) {
      return { at: mix(line[i - 1], line[i], rest / length), direction: unit(minus(line[i], line[i - 1])) };
    }
    rest -= length;
  }
  throw new RangeError('beyond the end of the line');
}

/** A rectangle beside a line: its near side is parallel to the line, `gap` metres away; side 1 is left. */
export function plotBeside(line, along, side, gap, width, depth) {
  const { at, direction } = station(line, along);
  const out = left(direction).map((c) => c * side);
  const corner = (u, v) => add(add(at, direction, u), out, v);
  const ring = [
    corner(-width / 2, gap),
    corner(width / 2, gap),
    corner(width / 2, gap + depth),
    corner(-width / 2, gap + depth),
  ];
  return side > 0 ? ring : ring.reverse();
}
