import fc from 'fast-check';
import type { FeatureGeometry } from '../../src/domain/feature';
import type { XY } from './planar';

/** A ring of distinct directions around a centre: never crosses itself. */
export function starRing(cx: number, cy: number, radii: readonly number[]): XY[] {
  return radii.map((radius, i) => {
    const angle = (2 * Math.PI * (i + 0.3)) / radii.length;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
}

const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const place = fc.tuple(metres(-150, 150), metres(-150, 150));
const radii = fc.array(metres(5, 120), { minLength: 3, maxLength: 12 });

/** A simple polygon, with a hole half of the time. */
export const polygons: fc.Arbitrary<FeatureGeometry> = fc
  .tuple(place, radii, fc.boolean())
  .map(([[cx, cy], ring, hollow]) => ({
    type: 'Polygon',
    coordinates: hollow
      ? [
          starRing(cx, cy, ring),
          starRing(
            cx,
            cy,
            ring.map((radius) => radius / 3),
          ),
        ]
      : [starRing(cx, cy, ring)],
  }));

/** Points, lines and polygons. */
export const geometries: fc.Arbitrary<FeatureGeometry> = fc.oneof(
  polygons,
  place.map((coordinates): FeatureGeometry => ({ type: 'Point', coordinates })),
  fc
    .array(place, { minLength: 2, maxLength: 6 })
    .map((coordinates): FeatureGeometry => ({ type: 'LineString', coordinates })),
);
