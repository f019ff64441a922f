import type { Decision } from '../../../src/domain/decision';

/** Degrees between the middles of neighbouring parcels: some 30 m. */
const CELL = 0.0003;
const WEST = 105.9;
const SOUTH = 31.5;

function square(lon: number, lat: number, size: number) {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lon, lat],
        [lon + size, lat],
        [lon + size, lat + size],
        [lon, lat + size],
        [lon, lat],
      ],
    ],
  };
}

const collection = (features: readonly unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

const feature = (id: string, geometry: unknown, properties: object) => ({
  type: 'Feature',
  id,
  geometry,
  properties: { id, ...properties },
});

/** A project folder in which each of so many parcels is one conflict, with stale decisions on some of them. */
export function reviewedCity(conflicts: number, decisions: number): ReadonlyMap<string, string> {
  const side = Math.ceil(Math.sqrt(conflicts));
  const parcels = Array.from({ length: conflicts }, (_, n) => {
    const [lon, lat] = [WEST + (n % side) * CELL, SOUTH + Math.floor(n / side) * CELL];
    return feature(`P${n}`, square(lon, lat, CELL * 0.8), {
      name: `地块 ${n}`,
      codeScheme: 'MNR2023',
      landUse: '070102',
    });
  });
  const middle = (side / 2) * CELL;
  const school = feature('S1', square(WEST + middle, SOUTH + middle, 0.0001), {
    name: '城中小学',
    stage: 'primary',
    status: 'existing',
  });
  const rule = {
    id: 'bench.near',
    title: { zh: '学校周边地块', en: 'Parcels near a school' },
    basis: { kind: 'office', code: '-', region: '-', confidence: 'unverified' },
    subject: { layer: 'schools' },
    object: { layer: 'parcels' },
    test: { relation: 'within-distance', distanceM: 100_000 },
    measure: { from: 'boundary', to: 'boundary', screening: 'none' },
    severity: 'restrict',
    examples: [],
  };
  const ruled = Array.from({ length: decisions }, (_, n): Decision => ({
    id: `d${n}`,
    conflict: `bench.near:S1:P${n * Math.floor(conflicts / decisions)}`,
    verdict: 'must-resolve',
    role: 'reviewer',
    reason: '请后退',
    by: n % 2 === 0 ? '王工' : '李工',
    at: '2026-11-20T08:00:00Z',
    evidence: '0'.repeat(64),
    measured: { distanceM: 12.5, overlapM2: 400, thresholdM: 100_000 },
  }));
  return new Map([
    [
      'project.json',
      JSON.stringify({
        format: 'xuezhi-project',
        version: 1,
        name: '核查',
        datum: 'CGCS2000',
        toleranceM: 0.05,
        classification: 'public',
        frame: { lon: 106, lat: 31.6 },
        layers: { districts: 'districts.geojson', schools: 'schools.geojson', parcels: 'parcels.geojson' },
        rules: ['rules/bench.json'],
        decisions: 'decisions.json',
      }),
    ],
    ['districts.geojson', collection([feature('D', square(WEST, SOUTH, side * CELL), { name: '片区' })])],
    ['schools.geojson', collection([school])],
    ['parcels.geojson', collection(parcels)],
    [
      'rules/bench.json',
      JSON.stringify({
        id: 'bench',
        version: '1.0.0',
        title: { zh: '试', en: 'Bench' },
        region: '-',
        rules: [rule],
      }),
    ],
    ['decisions.json', JSON.stringify(ruled)],
  ]);
}
