import type { Geometry, Position } from 'geojson';
import type { FeatureGeometry } from '../../../../domain/feature';
import type { JsonObject } from '../../../../domain/json';
import { nestRings } from '../boundary-text/nest-rings';
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
 * Hatches and closed polylines are areas; a closed polyline that is an outline of a hatch of the same layer is no area
 * of its own. A block is taken apart: its shapes stand each for itself. What lies in paper space is no place.
 */
export function dxfShapes(entities: readonly DxfEntity[]): DxfShapes {
  const shapes: DxfShapes = { areas: [], lines: [], points: [] };
  const placed = entities.filter(({ geometry, properties }) => geometry && !isTrue(properties.PaperSpace));
  const hatched = new Set<string>();
  for (const { geometry, properties } of placed) {
    for (const part of geometry ? simpleParts(geometry) : []) {
      if (part.type !== 'Polygon') continue;
      for (const ring of part.coordinates) hatched.add(outlineKey(properties, ring));
    }
  }
  for (const { geometry, properties } of placed) {
    if (!geometry) continue;
    const withoutText = only(KEPT, properties);
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
      shapes.areas.push({ geometry: nested(geometry), properties: withoutText });
      continue;
    }
    for (const part of simpleParts(geometry)) {
      if (part.type === 'Point') {
        shapes.points.push({ geometry: part, properties: only([...KEPT, 'Text'], properties) });
      } else if (part.type === 'Polygon') {
        shapes.areas.push({ geometry: nested(part), properties: withoutText });
      } else if (!isRing(part.coordinates)) {
        shapes.lines.push({ geometry: part, properties: withoutText });
      } else if (!hatched.has(outlineKey(properties, part.coordinates))) {
        const area = { type: 'Polygon' as const, coordinates: [part.coordinates] };
        shapes.areas.push({ geometry: area, properties: withoutText });
      }
    }
  }
  return shapes;
}

/** The loops of a hatch come as rings of one polygon, whether they lie within one another or apart. */
function nested(area: Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>): FeatureGeometry {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  const [first = [], ...others] = nestRings(rings.filter(isRing));
  return others.length === 0
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: [first, ...others] };
}

function only(names: readonly string[], properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      names.includes(name) ? [[name, typeof value === 'string' ? unescaped(value) : value]] : [],
    ),
  );
}

/** Drawings write characters that their code page lacks as `\U+` and four digits, those beyond as two halves. */
function unescaped(text: string): string {
  return text.replaceAll(/\\U\+([0-9a-f]{4})/giu, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
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

/** The same for rings through the same corners, to the millimetre, wherever they begin and whichever way they run. */
function outlineKey(properties: JsonObject, ring: readonly Position[]): string {
  const corners = new Set(ring.map(([x = NaN, y = NaN]) => `${x.toFixed(3)} ${y.toFixed(3)}`));
  return [JSON.stringify(properties.Layer), ...[...corners].sort()].join(',');
}
