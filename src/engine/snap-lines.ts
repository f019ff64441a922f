import type { Position } from 'geojson';
import type { FeatureGeometry, LonLatBox } from '../domain/feature';
import type { LayerName } from '../domain/layer';
import type { Frame } from '../geo/frame';
import type { Box } from './box-index';
import type { LayerIndex } from './layer-index';
import type { SnapLines } from './protocol';

/** What one snaps to, in this order, as long as the limit lasts. */
const SNAPPED: readonly LayerName[] = ['parcels', 'districts', 'roads'];

/**
 * Lines of the layers that come into the box, whole, up to `limit` vertices in all. Once they are that many no other
 * feature is looked at: a box around a city holds a million.
 */
export function snapLinesIn(
  frame: Frame,
  layers: ReadonlyMap<LayerName, LayerIndex>,
  box: LonLatBox,
  limit: number,
): SnapLines {
  const lonLat: number[] = [];
  const ends: number[] = [];
  const planar = planarBox(frame, box);
  const answer = (): SnapLines => ({ lonLat: Float64Array.from(lonLat), ends: Uint32Array.from(ends) });
  for (const layer of SNAPPED) {
    const index = layers.get(layer);
    for (const slot of index?.search(planar, 0) ?? []) {
      for (const line of linesOf(index!.featureAt(slot).feature.geometry)) {
        if (line.length > limit) continue;
        if (lonLat.length / 2 + line.length > limit) return answer();
        for (const [lon = NaN, lat = NaN] of line) lonLat.push(lon, lat);
        ends.push(lonLat.length / 2);
      }
    }
  }
  return answer();
}

function linesOf(geometry: FeatureGeometry): readonly Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

/** A box in degrees is bent in the frame by less than its corners show only in size of a continent. */
function planarBox(frame: Frame, [west, south, east, north]: LonLatBox): Box {
  const corners = [
    frame.project(west, south),
    frame.project(east, south),
    frame.project(east, north),
    frame.project(west, north),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}
