import { geoJSONToWkt } from 'betterknown';
import type { Cell } from '../../csv';
import type { ExportFeature } from '../../geojson-file';
import type { ExportLayer, ExportOptions } from '../export-layer';
import { fieldValue } from '../layer-collection';

const POINT_COLUMNS = {
  zh: { degrees: ['经度', '纬度'], metres: ['东坐标', '北坐标'] },
  en: { degrees: ['longitude', 'latitude'], metres: ['easting', 'northing'] },
} as const;

/**
 * A layer as rows of a table, its header first. Layers of lone points have two columns of coordinates, all others one
 * of well-known text; columns of those names that the layer has already, having been a table before, are replaced.
 */
export function* layerRows(
  { fields, features }: ExportLayer,
  { crs, language }: Pick<ExportOptions, 'crs' | 'language'>,
): Generator<Cell[]> {
  const arePoints = areAllPoints(features);
  const [x, y] = POINT_COLUMNS[language][crs.isGeographic ? 'degrees' : 'metres'];
  const own = fields.filter(({ name }) => !(arePoints ? name === x || name === y : name === 'WKT'));
  yield [...own.map(({ name }) => name), ...(arePoints ? [x, y] : ['WKT'])];
  for (const feature of features) {
    yield [...own.map(({ name }) => cellOf(feature, name)), ...placeOf(feature, arePoints)];
  }
}

function areAllPoints(features: ExportLayer['features']): boolean {
  for (const { geometry } of features) if (geometry.type !== 'Point') return false;
  return true;
}

function cellOf(feature: ExportFeature, field: string): Cell {
  const value = fieldValue(feature, field);
  return typeof value === 'boolean' ? String(value) : value;
}

function placeOf({ geometry }: ExportFeature, isPoint: boolean): Cell[] {
  if (!isPoint) return [geoJSONToWkt(geometry)];
  const [x = null, y = null] = geometry.type === 'Point' ? geometry.coordinates : [];
  return [x, y];
}
