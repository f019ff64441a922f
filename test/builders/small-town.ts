import type { FeatureGeometry, GeoFeature } from '../../src/domain/feature';
import type { JsonObject } from '../../src/domain/json';
import type { FrameCentre } from '../../src/domain/project';
import type { Rule, Standard } from '../../src/domain/rule';
import { createFrame } from '../../src/geo/frame';
import type { Town } from './check-input';
import { mapPositions, rectangle, type XY } from './planar';
import { ruleOf } from './plan-records';
import { randomSource } from './random';
import { starRing } from './shapes';

export const TOWN_CENTRE: FrameCentre = { lon: 106, lat: 31.6 };

/** A geometry in metres around a centre, in degrees. */
export function placed(geometry: FeatureGeometry, centre: FrameCentre = TOWN_CENTRE): FeatureGeometry {
  const frame = createFrame(centre);
  return mapPositions(geometry, (x, y) => frame.unproject(x, y));
}

export function areaFeature(id: string, rings: readonly XY[][], properties: JsonObject = {}): GeoFeature {
  return featureAt(id, { type: 'Polygon', coordinates: rings.map(closed) }, properties);
}

export function boxFeature(
  id: string,
  [x, y, width, height]: readonly [number, number, number, number],
  properties: JsonObject = {},
): GeoFeature {
  return areaFeature(id, [rectangle(x, y, x + width, y + height)], properties);
}

export function pointFeature(id: string, x: number, y: number, properties: JsonObject = {}): GeoFeature {
  return featureAt(id, { type: 'Point', coordinates: [x, y] }, properties);
}

export function lineFeature(id: string, vertices: readonly XY[], properties: JsonObject = {}): GeoFeature {
  return featureAt(id, { type: 'LineString', coordinates: [...vertices] }, properties);
}

function featureAt(id: string, geometry: FeatureGeometry, properties: JsonObject): GeoFeature {
  return { type: 'Feature', id, geometry: placed(geometry), properties };
}

function closed(ring: readonly XY[]): XY[] {
  return [...ring, ring[0]!];
}

export const TOWN_RULES: readonly Rule[] = [
  ruleOf('near', { object: { layer: 'parcels' }, test: { relation: 'within-distance', distanceM: 40 } }),
  ruleOf('cafe', {
    object: { layer: 'facilities', where: ['==', ['get', 'kind'], 'net-cafe'] },
    subject: { layer: 'schools', stages: ['primary', 'junior'] },
    severity: 'restrict',
  }),
  ruleOf('over', { object: { layer: 'parcels' }, test: { relation: 'overlaps' } }),
  ruleOf('reserved', {
    subject: { layer: 'reservations' },
    object: { layer: 'parcels', where: ['!=', ['get', 'landUse'], '0804'] },
    test: { relation: 'overlaps' },
  }),
  ruleOf('road', { object: { layer: 'roads' }, test: { relation: 'crosses' }, severity: 'study' }),
  ruleOf('edge', { object: { layer: 'parcels' }, test: { relation: 'adjacent' }, severity: 'notice' }),
  ruleOf('neighbours', {
    subject: { layer: 'schools', statuses: ['existing', 'planned', 'proposed'] },
    object: { layer: 'schools' },
    test: { relation: 'within-distance', distanceM: 120 },
  }),
  ruleOf('kept-free', {
    subject: { layer: 'schools' },
    object: { layer: 'reservations' },
    test: { relation: 'within-distance', distanceM: 100 },
  }),
];

const BASIS = TOWN_RULES[0]!.basis;

export const TOWN_STANDARDS: readonly Standard[] = [
  { id: 'r', kind: 'service-radius', stage: 'primary', value: 150, basis: BASIS },
  { id: 'p', kind: 'pupils-per-class', stage: 'primary', value: 45, basis: BASIS },
  { id: 'a', kind: 'site-area', stage: 'primary', value: 18, basis: BASIS },
  { id: 's', kind: 'seats', stage: 'primary', value: 80, basis: BASIS },
];

const STAGES = ['primary', 'junior', 'kindergarten', 'nine-year'];
const STATUSES = ['existing', 'planned', 'under-construction', 'proposed'];

/** A school somewhere in the small town. */
export function randomSchool(id: string, random: () => number): GeoFeature {
  const x = 600 * random();
  const y = 600 * random();
  const properties: JsonObject = {
    name: `学校 ${id}`,
    stage: STAGES[Math.floor(4 * random())]!,
    status: STATUSES[Math.floor(4 * random())]!,
    classes: 6 + Math.floor(20 * random()),
  };
  if (random() < 0.3) properties.parcelIds = [`P${Math.floor(10 * random())}-${Math.floor(10 * random())}`];
  if (random() < 0.2) return pointFeature(id, x, y, properties);
  // On the grid of the parcels every now and then, so that edges are shared.
  if (random() < 0.3) {
    const [column, row] = [Math.floor(10 * random()), Math.floor(10 * random())];
    return boxFeature(id, [60 * column, 60 * row, 60, 60], properties);
  }
  const radii = Array.from({ length: 5 + Math.floor(4 * random()) }, () => 20 + 50 * random());
  return areaFeature(id, [starRing(x, y, radii)], properties);
}

export function randomReservation(id: string, random: () => number): GeoFeature {
  const radii = Array.from({ length: 5 }, () => 15 + 40 * random());
  const properties: JsonObject = { purpose: 'expansion', status: 'planned' };
  if (random() < 0.2) properties.endedByDoc = '2024-1';
  return areaFeature(id, [starRing(600 * random(), 600 * random(), radii)], properties);
}

/** 100 parcels on a grid, a dozen schools, and all that `TOWN_RULES` look at; the same for the same seed. */
export function smallTown(
  seed: number,
): Town & { readonly layers: Required<Pick<Town['layers'], 'schools'>> } {
  const random = randomSource(seed);
  const grid = Array.from({ length: 100 }, (_, n) => [n % 10, Math.floor(n / 10)] as const);
  const many = <T>(count: number, make: (n: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n));
  const place = (): XY => [700 * random() - 50, 700 * random() - 50];
  return {
    rules: TOWN_RULES,
    standards: TOWN_STANDARDS,
    targets: [
      { programme: 'planned', district: 'west', stage: 'primary', sites: 3, basis: 'new' },
      { programme: 'next', district: null, stage: 'junior', sites: 2, basis: 'new' },
    ],
    layers: onFile({
      districts: [boxFeature('west', [-200, -200, 500, 1000]), boxFeature('east', [300, -200, 500, 1000])],
      schools: many(12, (n) => randomSchool(`S${n}`, random)),
      reservations: many(4, (n) => randomReservation(`R${n}`, random)),
      parcels: grid.map(([column, row]) =>
        boxFeature(`P${column}-${row}`, [60 * column, 60 * row, 60, 60], {
          landUse: random() < 0.2 ? '0804' : '070102',
        }),
      ),
      facilities: many(25, (n) =>
        pointFeature(`F${n}`, ...place(), { kind: random() < 0.6 ? 'net-cafe' : 'market' }),
      ),
      roads: many(5, (n) => lineFeature(`W${n}`, [place(), place(), place()], { class: 'branch' })),
      residential: grid
        .filter(([column, row]) => (column + row) % 3 === 0)
        .map(([column, row]) =>
          boxFeature(`H${column}-${row}`, [60 * column + 5, 60 * row + 5, 50, 50], {
            population: 100 + 7 * row,
          }),
        ),
    }),
  };
}

/** As a file has it: positions to 1e-9°. */
function onFile<L extends Town['layers']>(layers: L): L {
  const rounded = Object.entries(layers).map(([name, features]) => [
    name,
    features.map((feature) => ({
      ...feature,
      geometry: mapPositions(feature.geometry, (lon, lat) => [nano(lon), nano(lat)]),
    })),
  ]);
  return Object.fromEntries(rounded) as L;
}

function nano(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9;
}
