import type { FeatureGeometry } from '../../../src/domain/feature';
import type { FeatureRecord } from '../../../src/domain/plan';
import { createFrame } from '../../../src/geo/frame';
import { mapPositions } from '../../builders/planar';
import { randomSource } from '../../builders/random';
import { CITY_FRAME } from '../city/documents';

/** So many moves of schools by up to 200 m east and north, one school after the other, each from where it stood. */
export function siteMoves(sites: readonly FeatureRecord[], count: number): FeatureRecord[] {
  const frame = createFrame(CITY_FRAME);
  const random = randomSource(99);
  const now = [...sites];
  return Array.from({ length: count }, (_, n) => {
    const site = now[n % now.length]!;
    const [east, north] = [400 * (random() - 0.5), 400 * (random() - 0.5)];
    const geometry: FeatureGeometry = mapPositions(site.feature.geometry, (lon, lat) => {
      const [x, y] = frame.project(lon, lat);
      return frame.unproject(x + east, y + north);
    });
    const moved = { ...site, feature: { ...site.feature, geometry } };
    now[n % now.length] = moved;
    return moved;
  });
}
