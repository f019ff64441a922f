import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { GeoFeature } from '../../../src/domain/feature';
import type { FrameCentre } from '../../../src/domain/project';
import { checkInput, checkReport } from '../../builders/check-input';
import { ruleOf } from '../../builders/plan-records';

/** Limit and geodesic distance, metres; place, degrees; both shapes' vertices as offsets from it in 1e-7 degrees. */
type Pair = readonly [
  limitM: number,
  distanceM: number,
  lon: number,
  lat: number,
  school: number[],
  parcel: number[],
];

const { frame, pairs } = JSON.parse(
  readFileSync(new URL('../../fixtures/geodesy/near-limits.json', import.meta.url), 'utf8'),
) as { frame: FrameCentre; pairs: readonly Pair[] };

const LIMITS_M = [50, 200, 300, 500];
const TOLERANCE_M = 0.05;

function polygon(id: string, [limitM, , lon, lat]: Pair, offsets: readonly number[]): GeoFeature {
  const vertices = Array.from({ length: offsets.length / 2 }, (_, n) => [
    lon + offsets[2 * n]! / 1e7,
    lat + offsets[2 * n + 1]! / 1e7,
  ]);
  return {
    type: 'Feature',
    id,
    properties: { limitM, stage: 'primary', status: 'existing' },
    geometry: { type: 'Polygon', coordinates: [[...vertices, vertices[0]!]] },
  };
}

describe('5,000 pairs near their limits, up to 50 km from the centre', () => {
  it('are judged as GeographicLib measures them', async () => {
    const where = (limitM: number) => ['==', ['get', 'limitM'], limitM];
    const input = checkInput({
      info: { frame, toleranceM: TOLERANCE_M },
      rules: LIMITS_M.map((distanceM) =>
        ruleOf(`within-${distanceM}`, {
          subject: { layer: 'schools', where: where(distanceM) },
          object: { layer: 'parcels', where: where(distanceM) },
          test: { relation: 'within-distance', distanceM },
        }),
      ),
      layers: {
        schools: pairs.map((pair, n) => polygon(`S${n}`, pair, pair[4])),
        parcels: pairs.map((pair, n) => polygon(`P${n}`, pair, pair[5])),
      },
    });
    const report = await checkReport(input);
    const found = new Map(report.conflicts.map((conflict) => [conflict.subject.id.slice(1), conflict]));
    expect(found.size).toBe(report.conflicts.length);
    const verdicts = { conflict: 0, marginal: 0, clear: 0 };
    pairs.forEach(([limitM, distanceM], n) => {
      const conflict = found.get(`${n}`);
      verdicts[conflict?.verdict ?? 'clear']++;
      if (conflict) expect(conflict.object.id).toBe(`P${n}`);
      // Nothing that is truly within the limit is missed, nothing truly beyond the tolerance is found.
      const where = `pair ${n}: ${distanceM} m of ${limitM} m`;
      if (distanceM <= limitM) expect(conflict, where).toBeDefined();
      if (distanceM > limitM + TOLERANCE_M + 0.001) expect(conflict, where).toBeUndefined();
      if (distanceM < limitM - TOLERANCE_M - 0.001) expect(conflict?.verdict, where).toBe('conflict');
      if (conflict) expect(Math.abs(conflict.distanceM - distanceM), where).toBeLessThan(0.001);
    });
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(500);
  });
});
