import { counterClockwise, edgesOf, mix } from './plane.mjs';
import { homes, parcels, schools, streetEdge } from './city.mjs';
import { leftBank, rightBank } from './river.mjs';
import { districts } from './districts.mjs';
import { facilities } from './facilities.mjs';
import { RESIDENTS } from './land-use.mjs';
import { railways } from './lines.mjs';
import { drawnOver, widened } from './proposals.mjs';
import { reservations } from './reservations.mjs';
import { roads } from './roads.mjs';
import { toLonLat } from './frame.mjs';
import { powerlines, pipelines } from './utilities.mjs';

const closed = (ring) => [...ring, ring[0]];
const polygon = (ring) => ({ type: 'Polygon', coordinates: [closed(counterClockwise(ring)).map(toLonLat)] });
const line = (points) => ({ type: 'LineString', coordinates: points.map(toLonLat) });
const point = (p) => ({ type: 'Point', coordinates: toLonLat(p) });
const shape = ({ ring, line: points, point: p }) => (ring ? polygon(ring) : points ? line(points) : point(p));
const feature = (properties, of) => ({ type: 'Feature', properties, geometry: shape(of) });

function plain({ ring, line: points, point: p, ...properties }) {
  return feature(properties, { ring, line: points, point: p });
}

const numbered = (prefix) => (item, i) =>
  plain({ id: `${prefix}-${String(i + 1).padStart(2, '0')}`, ...item });

function school(s) {
  const ring = widened.get(s.id) ?? s.ring;
  const [kg1, kg2, j1, j2] = s.sections ?? [];
  return feature(
    {
      id: s.id,
      name: s.campus ? `${s.name}(${s.campus})` : s.name,
      stage: s.stage,
      status: s.status,
      classes: s.classes,
      pupils: s.pupils,
      ...(s.sections && {
        sections: [
          { stage: 'primary', classes: kg1, pupils: kg2 },
          { stage: 'junior', classes: j1, pupils: j2 },
        ],
      }),
      districtId: s.district,
      ...(s.parcel && { parcelIds: [s.parcel.id] }),
      ...(s.host && { hostParcelId: s.host.id }),
      ...(s.institution && { institutionId: s.institution, campusName: s.campus }),
      ...(s.ring && {
        gates: [toLonLat(mix(...(s.parcel ? streetEdge(s.parcel) : edgesOf(s.ring)[0]), 0.5))],
      }),
    },
    { ring, point: s.point },
  );
}

const parcel = ({ id, use, ring }) => {
  const { landUse, name, ...rest } = use;
  return feature({ id, ...(name && { name }), codeScheme: 'MNR2023', landUse, ...rest }, { ring });
};

const OLD_TOWN = [
  [-3550, 1500],
  [-2750, 2000],
  [-3050, 2650],
  [-3800, 2350],
];
const control = (type, name, authority, geometry) => ({ type, name, authority, ...geometry });
const controlLines = [
  control('blue', '河道蓝线(左岸)', '示例:水务部门', { line: leftBank }),
  control('blue', '河道蓝线(右岸)', '示例:水务部门', { line: rightBank }),
  control('purple', '历史文化街区紫线', '示例:住建部门', { ring: OLD_TOWN }),
  ...reservations.map((r) => control('education', `${r.name}控制线`, '示例:自然资源部门', { ring: r.ring })),
];

const population = homes();

/** File name (without its extension) → features, in the order of project.json. */
export const layers = {
  districts: districts.map(({ id, name, ring }) =>
    feature({ id, name, population: RESIDENTS[id] }, { ring }),
  ),
  water: [feature({ id: 'W-01', name: '江(示例)' }, { ring: [...leftBank, ...[...rightBank].reverse()] })],
  residential: population.map(({ home, population: people }) =>
    feature(
      {
        id: `H-${home.id.slice(2)}`,
        name: home.use.name ?? '居住区',
        population: people,
        households: Math.round(people / 2.7),
        parcelId: home.id,
      },
      home,
    ),
  ),
  parcels: [...parcels, ...drawnOver].map(parcel),
  controlLines: controlLines.map(numbered('C')),
  roads: roads.map(plain),
  railways: Object.values(railways).map(numbered('RW')),
  pipelines: pipelines.map(numbered('PL')),
  powerlines: powerlines.map(numbered('PW')),
  facilities: facilities.map(plain),
  reservations: reservations.map(plain),
  schools: schools.map(school),
};
