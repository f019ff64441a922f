import type { Position } from 'geojson';
import { message, type Message } from '../../../../domain/message';
import { err, ok } from '../../../../domain/result';
import { datumOfGeographic } from '../../../../geo/crs/datum';
import { gaussKrugerZone, type GaussKrugerZone } from '../../../../geo/crs/gauss-kruger-zones';
import { doubleSignedArea } from '../../../../geo/ring';
import type { ExportFeature } from '../../geojson-file';
import type { ExportCrs, LayerWriter } from '../export-layer';
import { fileNames } from '../file-name';
import { encodeGbk, isGbk } from '../gbk';
import { fieldValue } from '../layer-collection';
import { boundaryTextNotes } from './boundary-text-notes';
import { DECIMALS, placeText, PLACES } from './plot-places';

const DATUM_NAMES: Readonly<Record<GaussKrugerZone['datum'], string>> = {
  wgs84: 'WGS84',
  cgcs2000: '2000国家大地坐标系',
  xian80: '1980西安坐标系',
  beijing54: '1954北京坐标系',
};

/**
 * Writes each layer as boundary-point text 界址点坐标 (format version 1.01): north before east, rings numbered through
 * each plot, areas in hectares, line ends of Windows. It holds grids of Gauss-Krüger zones, or degrees.
 */
export const writeBoundaryText: LayerWriter = (layers, { crs, encoding, name, remark, signal }) => {
  const zone = crs.epsg === null ? null : gaussKrugerZone(crs.epsg);
  if (!zone && !crs.isGeographic) return Promise.resolve(err(message('txt-wants-zone')));
  const names = fileNames(layers.map((layer) => (layers.length === 1 ? name : layer.name)));
  const notes: Message[] = [];
  const files = layers.map((layer, at) => {
    signal?.throwIfAborted();
    const lines = [
      ...header(crs, zone, remark),
      ...Array.from(layer.features, (one) => plot(one, crs)).flat(),
    ];
    const text = `${lines.join('\r\n')}\r\n`;
    const isWide = encoding === 'gb18030' && !isGbk(text);
    if (isWide) notes.push(message('csv-not-gbk', { layer: layer.name }));
    notes.push(...boundaryTextNotes(layer, crs));
    const bytes =
      encoding === 'gb18030' && !isWide ? encodeGbk(text, () => '?') : new TextEncoder().encode(text);
    return { name: `${names[at]!}.txt`, bytes };
  });
  return Promise.resolve(ok({ files, notes }));
};

function header(
  { epsg, isGeographic }: ExportCrs,
  zone: GaussKrugerZone | null,
  remark: string | undefined,
): string[] {
  const datum = zone?.datum ?? (epsg === null ? null : datumOfGeographic(epsg));
  return [
    '[属性描述]',
    '格式版本号=1.01',
    '数据产生单位=',
    '数据产生日期=',
    `坐标系=${datum ? DATUM_NAMES[datum] : ''}`,
    `几度分带=${zone?.widthDeg ?? ''}`,
    `投影类型=${zone ? '高斯克吕格' : ''}`,
    `计量单位=${isGeographic ? '度' : '米'}`,
    `带号=${zone?.zone ?? ''}`,
    `精度=${isGeographic ? '0.000000001' : '0.001'}`,
    '转换参数=,,,,,,',
    ...(remark === undefined ? [] : [remark.replace(':', '=')]),
    '[地块坐标]',
  ];
}

function plot(feature: ExportFeature, { isGeographic }: ExportCrs): string[] {
  const rings = ringsOf(feature.geometry);
  const points: string[] = [];
  let number = 0;
  rings.forEach((ring, at) => {
    const first = number + 1;
    ring.forEach(([x = NaN, y = NaN], i) => {
      const isRepeated = ring.length > 1 && i === ring.length - 1 && isSame(ring[0], ring[i]);
      const label = isRepeated ? first : ++number;
      points.push(`J${label},${at + 1},${written(y, isGeographic)},${written(x, isGeographic)}`);
    });
  });
  const said = (fields: readonly string[]) => placeText(feature, fields);
  const head = [
    points.length,
    areaHa(feature, isGeographic),
    said(PLACES.number),
    said(PLACES.name),
    shapeOf(feature),
    said(PLACES.sheet),
    said(PLACES.use),
    said(PLACES.code),
    '@',
  ];
  return [head.join(','), ...points];
}

function ringsOf(geometry: ExportFeature['geometry']): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(ringsOf);
  }
}

function shapeOf({ geometry }: ExportFeature): string {
  if (geometry.type.endsWith('Point')) return '点';
  return geometry.type.endsWith('LineString') ? '线' : '面';
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function written(value: number, isDegrees: boolean): string {
  return value.toFixed(isDegrees ? DECIMALS.degrees : DECIMALS.metres);
}

/** The documented area where there is one, else that of the grid; degrees give none. */
function areaHa(feature: ExportFeature, isDegrees: boolean): string {
  const documented = fieldValue(feature, 'areaDocM2');
  const area = typeof documented === 'number' ? documented : isDegrees ? null : gridAreaM2(feature);
  return area === null ? '' : String(Number((area / 10_000).toFixed(6)));
}

function gridAreaM2({ geometry }: ExportFeature): number {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.reduce(
    (sum, rings) =>
      rings.reduce((rest, ring, i) => rest + (i === 0 ? 0.5 : -0.5) * Math.abs(doubleSignedArea(ring)), sum),
    0,
  );
}
