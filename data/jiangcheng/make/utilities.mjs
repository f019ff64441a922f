import { add, minus, mix, unit } from './plane.mjs';
import { outward, schoolById, streetEdge } from './city.mjs';
import { gasMain, oilMain, trunkLines } from './lines.mjs';

/** A line along the street side of a campus, `metres` outside of it, running on by `extend` at either end. */
function along(id, metres, extend) {
  const edge = streetEdge(schoolById(id).parcel);
  const direction = unit(minus(edge[1], edge[0]));
  const out = outward(edge);
  return [
    add(add(edge[0], out, metres), direction, -extend),
    add(add(edge[1], out, metres), direction, extend),
  ];
}

/** A line that comes in over the street side of a campus and ends `depth` metres inside (outside if negative). */
function into(id, depth, length) {
  const edge = streetEdge(schoolById(id).parcel);
  const gate = mix(...edge, 0.3);
  return [add(gate, outward(edge), length), add(gate, outward(edge), -depth)];
}

/** Overhead lines: on schools' streets just inside and outside of their protection zones, and into campuses. */
export const powerlines = [
  ...trunkLines,
  { kV: 220, name: '220千伏江东线', line: along('S-JD-09', 13, 500) },
  { kV: 220, name: '220千伏江东支线', line: along('S-JD-10', 17.5, 450) },
  { kV: 110, name: '110千伏江南线', line: along('S-JN-04', 7.5, 420) },
  { kV: 110, name: '110千伏南湖线', line: along('S-JN-12', 12, 380) },
  { kV: 35, name: '35千伏城北线', line: into('S-JB-07', 45, 160) },
  { kV: 110, name: '110千伏望江线', line: into('S-QL-03', -11, 420), halfWidthM: 2.5 },
  { kV: 35, name: '35千伏江东线', line: into('S-JD-01', 30, 150) },
  { kV: 10, name: '10千伏滨江线', line: along('S-QL-04', 3.6, 260) },
  { kV: 10, name: '10千伏文昌线', line: along('S-JB-06', 5.03, 120) },
  { kV: 10, name: '10千伏新城线', line: along('S-QL-06', 6.2, 240) },
  { kV: 10, name: '10千伏古城线', line: along('S-JB-01', 4.2, 90) },
];

const railwaySchool = schoolById('S-JN-90').parcel.middle;
const mountainSchool = schoolById('S-JN-14').parcel.middle;

/** Pipelines by medium: the gas main and its branch, oil, and the city's own gas and water. */
export const pipelines = [
  { medium: 'natural-gas', name: '输气干线', line: gasMain },
  {
    medium: 'natural-gas',
    name: '输气支线',
    line: [[railwaySchool[0] - 40, -4500], railwaySchool, [railwaySchool[0] + 60, -2450]],
  },
  { medium: 'oil', name: '成品油管道', line: oilMain },
  { medium: 'natural-gas', name: '江东输气支线', line: along('S-JD-02', 4.2, 330) },
  { medium: 'oil', name: '成品油江南支线', line: along('S-JN-16', 6.3, 300) },
  { medium: 'city-gas', name: '中压燃气主干管(七里)', line: into('S-QL-08', 60, 240) },
  { medium: 'city-gas', name: '中压燃气主干管(江北)', line: along('S-JB-02', 2.5, 150) },
  { medium: 'city-gas', name: '中压燃气主干管(江南)', line: into('S-JN-11', 40, 200) },
  {
    medium: 'natural-gas',
    name: '西山输气支线',
    line: [
      [mountainSchool[0] - 300, -4600],
      [mountainSchool[0] - 260, mountainSchool[1]],
    ],
  },
  { medium: 'water', name: '输水管', line: along('S-QL-05', 2, 400) },
];
