import { transverseMercator } from '../../../geo/crs/projection';
import { eachPosition } from '../../import/raw';
import type { LayerFeatures } from '../layers/exported-layer';
import type { TargetSystem } from '../layers/target-system';
import type { RoundingPlane } from './round-geometry';

const ZONE_DEG = 3;
const FALSE_EASTING_M = 500_000;

/** Where coordinates are rounded: in the plane that they are written in; degrees, in the 3° zone of the place. */
export function roundingPlane(
  { exportCrs, fromLonLat, toLonLat }: TargetSystem,
  layers: readonly LayerFeatures[],
): RoundingPlane {
  if (fromLonLat && !exportCrs.isGeographic) return { fromLonLat, toLonLat };
  const centralMeridian = Math.round(anyLongitude(layers) / ZONE_DEG) * ZONE_DEG;
  const zone = transverseMercator('cgcs2000', { centralMeridian, falseEastingM: FALSE_EASTING_M });
  return { fromLonLat: zone.toPlane, toLonLat: zone.toDegrees };
}

function anyLongitude(layers: readonly LayerFeatures[]): number {
  for (const { features } of layers) {
    for (const { geometry } of features) {
      if (geometry.type === 'GeometryCollection') continue;
      let found = NaN;
      eachPosition(geometry.coordinates, ([lon]) => (found = lon));
      if (Number.isFinite(found)) return found;
    }
  }
  return 0;
}
