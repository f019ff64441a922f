import { randomSource } from './random';

const USES = ['070101', '0801', '080403', '0901', '1001', '1207', '1401', '1402', '1701', '2301'];
const KINDS = ['existing', 'cadastral', 'detailed-plan', 'proposal'];

/** Degrees between the middles of neighbouring parcels: some 60 m. */
const CELL = 0.0006;

/** GeoJSON of that many parcels as a city has them: polygons of 13 vertices on average, 9 decimals, six properties. */
export function cityParcels(count: number, seed = 1): Uint8Array {
  const next = randomSource(seed);
  const side = Math.ceil(Math.sqrt(count));
  const features = Array.from({ length: count }, (_, i) => {
    const [x, y] = [105.9 + (i % side) * CELL, 31.5 + Math.floor(i / side) * CELL];
    const corners = 8 + Math.floor(next() * 9);
    const ring = Array.from({ length: corners }, (_corner, k) => {
      const angle = ((k + 0.1 + 0.8 * next()) / corners) * 2 * Math.PI;
      const radius = CELL * (0.25 + 0.23 * next());
      return `[${(x + radius * Math.cos(angle)).toFixed(9)},${(y + radius * Math.sin(angle)).toFixed(9)}]`;
    });
    const properties = {
      id: `P${String(i).padStart(7, '0')}`,
      name: `地块${i % 5000}`,
      codeScheme: 'MNR2023',
      landUse: USES[Math.floor(next() * USES.length)],
      kind: KINDS[Math.floor(next() * KINDS.length)],
      areaDocM2: Math.round(next() * 200_000) / 10,
    };
    return `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":{"type":"Polygon","coordinates":[[${[...ring, ring[0]].join(',')}]]}}`;
  });
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
}
