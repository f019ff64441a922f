import type { Geometry, Position } from 'geojson';
import type { JsonObject } from '../../../../domain/json';
import { simpleParts, type SourceFeature } from '../source-feature';

/** An entity as GDAL gives it. */
export interface DxfEntity {
  readonly geometry: Geometry | null;
  readonly properties: JsonObject;
}

/** The entities of a drawing by what they are on the ground. */
export interface DxfShapes {
  readonly areas: SourceFeature[];
  readonly lines: SourceFeature[];
  readonly points: SourceFeature[];
}

/** Of the properties that GDAL makes, those that say something of the thing drawn. The text of a hatch is its pattern's name. */
const KEPT = ['Layer', 'BlockName', 'ExtendedEntity'];

/**
 * Hatches and closed polylines are areas; a hatch over a closed polyline of the same layer is the same area. A block
 * is taken apart: its shapes stand each for itself. What lies in paper space is no place.
 */
export function dxfShapes(entities: readonly DxfEntity[]): DxfShapes {
  const shapes: DxfShapes = { areas: [], lines: [], points: [] };
  const seen = new Set<string>();
  for (const { geometry, properties } of entities) {
    if (geometry === null || isTrue(properties.PaperSpace)) continue;
    const withoutText = only(KEPT, properties);
    const layer = typeof properties.Layer === 'string' ? properties.Layer : '';
    const take = (area: Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>) => {
      const key = outlineKey(layer, simpleParts(area));
      if (seen.has(key)) return;
      seen.add(key);
      shapes.areas.push({ geometry: area, properties: withoutText });
    };
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
      take(geometry);
      continue;
    }
    for (const part of simpleParts(geometry)) {
      if (part.type === 'Point')
        shapes.points.push({ geometry: part, properties: only([...KEPT, 'Text'], properties) });
      else if (part.type === 'Polygon') take(part);
      else if (isRing(part.coordinates)) take({ type: 'Polygon', coordinates: [part.coordinates] });
      else shapes.lines.push({ geometry: part, properties: withoutText });
    }
  }
  return shapes;
}

function only(names: readonly string[], properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}

/** A closed line around something: three corners and the first again. */
function isRing(line: readonly Position[]): boolean {
  const first = line[0];
  const last = line.at(-1);
  return line.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** The same for outlines through the same corners, to the millimetre, wherever they begin and whichever way they run. */
function outlineKey(layer: string, parts: readonly Geometry[]): string {
  const corners = new Set<string>();
  for (const part of parts) {
    if (part.type !== 'Polygon') continue;
    for (const ring of part.coordinates) {
      for (const [x = NaN, y = NaN] of ring) corners.add(`${x.toFixed(3)} ${y.toFixed(3)}`);
    }
  }
  return `${layer}\n${[...corners].sort().join(',')}`;
}
