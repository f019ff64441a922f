import Flatbush from 'flatbush';
import { planarFrom } from '../../../../geo/to-planar';
import { covers } from '../../../../geo/point-in';
import type { PlanarGeometry } from '../../../../geo/planar-geometry';
import type { SourceFeature } from '../source-feature';

/**
 * The areas with the texts that stand in them as their `Text`: of areas one within the other the smallest has it; of
 * several texts in one area each is a line, from the top down.
 */
export function textsInAreas(
  areas: readonly SourceFeature[],
  points: readonly SourceFeature[],
): SourceFeature[] {
  const planar = areas.map(({ geometry }) => geometry && planarFrom(geometry, (x, y) => [x, y]));
  const index = indexOf(planar);
  const texts = new Map<number, { y: number; text: string }[]>();
  for (const { geometry, properties } of points) {
    const text = properties.Text;
    if (!index || geometry?.type !== 'Point' || typeof text !== 'string' || text === '') continue;
    const [x = NaN, y = NaN] = geometry.coordinates;
    const around = index
      .search(x, y, x, y)
      .filter((area) => covers(planar[area]!, x, y))
      .sort((a, b) => boxArea(planar[a]!) - boxArea(planar[b]!));
    const [smallest] = around;
    if (smallest === undefined) continue;
    texts.set(smallest, [...(texts.get(smallest) ?? []), { y, text }]);
  }
  return areas.map((area, at) => {
    const inside = texts.get(at);
    if (!inside) return area;
    const lines = inside.sort((a, b) => b.y - a.y).map(({ text }) => text);
    return { ...area, properties: { ...area.properties, Text: lines.join('\n') } };
  });
}

function indexOf(areas: readonly (PlanarGeometry | null)[]): Flatbush | null {
  if (areas.length === 0) return null;
  const index = new Flatbush(areas.length);
  for (const area of areas) {
    if (area) index.add(area.minX, area.minY, area.maxX, area.maxY);
    else index.add(0, 0, 0, 0);
  }
  index.finish();
  return index;
}

function boxArea({ minX, minY, maxX, maxY }: PlanarGeometry): number {
  return (maxX - minX) * (maxY - minY);
}
