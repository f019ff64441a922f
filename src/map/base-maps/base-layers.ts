import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { isVector, type BaseMap } from '../../domain/base-map';
import type { Palette } from '../../domain/looks/palette';
import { baseTileTemplate } from './base-tile-protocol';

const PREFIX = 'base:';

export function baseSourceId({ id }: BaseMap): string {
  return PREFIX + id;
}

export function baseSource(map: BaseMap, edition: number): SourceSpecification {
  const { id, minZoom, maxZoom, tileSize } = map;
  const tiles = [baseTileTemplate(id, edition)];
  return isVector(map)
    ? { type: 'vector', tiles, minzoom: minZoom, maxzoom: maxZoom }
    : { type: 'raster', tiles, minzoom: minZoom, maxzoom: maxZoom, tileSize };
}

/** Layers of a base map, lowest first: its picture, or plain areas and lines of its vectors. */
export function baseLayers(map: BaseMap, palette: Palette): LayerSpecification[] {
  const source = baseSourceId(map);
  const { source: from, opacity } = map;
  if ((from.kind !== 'pmtiles' && from.kind !== 'pmtiles-file') || from.content.kind === 'raster') {
    return [
      { id: source, type: 'raster', source, paint: { 'raster-opacity': opacity, 'raster-fade-duration': 0 } },
    ];
  }
  const { layers } = from.content;
  const fills = layers.map((name): LayerSpecification => ({
    id: `${source}/${name}/fill`,
    ...{ type: 'fill', source, 'source-layer': name },
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: {
      'fill-color': isWater(name) ? palette.water : palette.textQuiet,
      'fill-opacity': opacity * (isWater(name) ? 0.8 : 0.12),
    },
  }));
  const lines = layers.map((name): LayerSpecification => ({
    id: `${source}/${name}/line`,
    ...{ type: 'line', source, 'source-layer': name },
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: {
      'line-color': isWater(name) ? palette.waterLine : palette.textQuiet,
      'line-width': 1,
      'line-opacity': opacity * 0.7,
    },
  }));
  return [...fills, ...lines];
}

/** By the names that are usual in archives of OpenStreetMap's data. */
const isWater = (name: string) => /water|ocean|river|lake|hydro/i.test(name);
