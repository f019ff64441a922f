import type { Geometry } from 'geojson';
import type { JsonObject } from '../../../domain/json';
import { eachPosition, mapPositions } from '../../import/raw';
import { fieldsOf } from '../../import/formats/source-feature';
import type { ExportLayer } from '../formats/export-layer';
import type { ExportFeature } from '../geojson-file';
import type { LayerFeatures } from './exported-layer';
import type { LayerLooks } from './layer-looks';
import type { TargetSystem } from './target-system';

/** Fields whose values stand beside the features in drawings, the first that there is. */
const LABELS = ['name', '名称', '地块名称', '学校名称', 'id', '地块编号', '编号'];

export interface LayerToWrite {
  readonly layer: ExportLayer;
  /** Features that are written. */
  readonly count: number;
  /** Features that the target's system does not hold. */
  readonly leftOut: number;
}

/**
 * A layer as it is to be written, its coordinates in the target's system; `nameOf` gives fields the
 * names that people read, `onFeature` hears of each feature that is read.
 */
export function exportLayerOf(
  { name, features: given, fields: stated = [] }: LayerFeatures,
  target: TargetSystem,
  {
    looks = null,
    nameOf = (field) => field,
    onFeature = () => undefined,
  }: {
    looks?: LayerLooks | null;
    nameOf?: (field: string) => string;
    onFeature?: () => void;
  } = {},
): LayerToWrite {
  let read = 0;
  let count = 0;
  const properties = function* (): Generator<{ readonly properties: JsonObject }> {
    for (const feature of given) {
      read++;
      onFeature();
      const there = placed(feature, target);
      if (!there) continue;
      count++;
      looks?.see(there);
      const { id, properties: own } = there;
      yield { properties: { ...(id === undefined ? {} : { id: String(id) }), ...(own as JsonObject) } };
    }
  };
  // The types are those that the source says where fields kept their names; ids are a field too.
  const types = new Map(stated.map((field) => [field.name, field.type]));
  const fields = fieldsOf(properties()).map((field) => ({
    ...field,
    type: types.get(field.name) ?? field.type,
  }));
  const labelField = LABELS.find((label) => fields.some((field) => field.name === label)) ?? null;
  const features = { [Symbol.iterator]: () => allPlaced(given, target) };
  const aliases = Object.fromEntries(fields.map((field) => [field.name, nameOf(field.name)]));
  const layer = { name, fields, features, labelField, style: looks?.style() ?? null, aliases };
  return { layer, count, leftOut: read - count };
}

function* allPlaced(features: Iterable<ExportFeature>, target: TargetSystem): Generator<ExportFeature> {
  for (const feature of features) {
    const there = placed(feature, target);
    if (there) yield there;
  }
}

/** A feature in the target's system; null where that does not hold it. */
function placed(feature: ExportFeature, { fromLonLat, decimals }: TargetSystem): ExportFeature | null {
  const { geometry } = feature;
  if (geometry.type === 'GeometryCollection') return null;
  const scale = 10 ** decimals;
  const round = (value: number) => Math.round(value * scale) / scale;
  const coordinates = mapPositions(geometry.coordinates, ([lon, lat, ...rest]) => {
    const [x, y] = fromLonLat ? fromLonLat(lon, lat) : [lon, lat];
    return [round(x), round(y), ...rest];
  });
  return areFinite(coordinates)
    ? { ...feature, geometry: { type: geometry.type, coordinates } as Geometry }
    : null;
}

function areFinite(coordinates: unknown): boolean {
  let finite = true;
  eachPosition(coordinates, ([x, y]) => {
    finite &&= Number.isFinite(x) && Number.isFinite(y);
  });
  return finite;
}
