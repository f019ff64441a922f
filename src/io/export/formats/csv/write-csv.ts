import { geoJSONToWkt } from 'betterknown';
import { message, type Message } from '../../../../domain/message';
import { ok } from '../../../../domain/result';
import { BYTE_ORDER_MARK, csvLines, type Cell } from '../../csv';
import type { ExportFeature } from '../../geojson-file';
import type { ExportLayer, ExportOptions, LayerWriter } from '../export-layer';
import { fileNames } from '../file-name';
import { encodeGbk, isGbk } from '../gbk';
import { fieldValue } from '../layer-collection';

const POINT_COLUMNS = {
  zh: { degrees: ['经度', '纬度'], metres: ['东坐标', '北坐标'] },
  en: { degrees: ['longitude', 'latitude'], metres: ['easting', 'northing'] },
} as const;

/**
 * Writes each layer into a table of delimited text (RFC 4180). Layers of lone points have two columns of coordinates,
 * all others one of well-known text.
 */
export const writeCsv: LayerWriter = (layers, options) => {
  const names = fileNames(layers.map((layer) => (layers.length === 1 ? options.name : layer.name)));
  const notes: Message[] = [];
  const files = layers.map((layer, at) => {
    options.signal?.throwIfAborted();
    const text = csvLines(rowsOf(layer, options));
    const isWide = options.encoding === 'gb18030' && !isGbk(text);
    if (isWide) notes.push(message('csv-not-gbk', { layer: layer.name }));
    const bytes =
      options.encoding === 'gb18030' && !isWide
        ? encodeGbk(text, () => '?')
        : new TextEncoder().encode(BYTE_ORDER_MARK + text);
    return { name: `${names[at]!}.csv`, bytes };
  });
  return Promise.resolve(ok({ files, notes }));
};

function* rowsOf({ fields, features }: ExportLayer, { crs, language }: ExportOptions): Generator<Cell[]> {
  const arePoints = Array.from(features).every(({ geometry }) => geometry.type === 'Point');
  const [x, y] = POINT_COLUMNS[language][crs.isGeographic ? 'degrees' : 'metres'];
  // Files that were tables before have such columns already.
  const own = fields.filter(({ name }) => !(arePoints ? name === x || name === y : name === 'WKT'));
  yield [...own.map(({ name }) => name), ...(arePoints ? [x, y] : ['WKT'])];
  for (const feature of features) {
    yield [...own.map(({ name }) => cellOf(feature, name)), ...placeOf(feature, arePoints)];
  }
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
