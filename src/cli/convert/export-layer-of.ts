import type { Geometry } from 'geojson';
import type { Transform } from '../../geo/crs/transform';
import { isObject, mapPositions, type RawPosition } from '../../io/import/raw';
import { rawFeatures } from '../../io/import/formats/raw-features';
import { fieldsOf } from '../../io/import/formats/source-feature';
import type { SourceField, SourceLayer } from '../../io/import/formats/source-layer';
import type { ExportLayer } from '../../io/export/formats/export-layer';
import type { ExportFeature } from '../../io/export/geojson-file';
import type { JsonObject } from '../../domain/json';

/** Where the coordinates of a layer go. */
export interface Target {
  /** Null: lon/lat stay as they are. */
  readonly fromLonLat: Transform | null;
  /** Decimals that are kept: 0.1 mm. */
  readonly decimals: number;
}

/** Fields whose values stand beside the features in drawings, the first that there is. */
const LABELS = ['name', '名称', '地块名称', '学校名称', 'id', '地块编号', '编号'];

/** A placed layer's bytes as a layer to be written, its coordinates in the target's system. */
export function exportLayerOf(source: SourceLayer, placed: Uint8Array, target: Target): ExportLayer {
  const features: Iterable<ExportFeature> = { [Symbol.iterator]: () => featuresOf(placed, target) };
  const fields = fieldsIn(features, source);
  return {
    name: source.name,
    fields,
    features,
    labelField: LABELS.find((label) => fields.some(({ name }) => name === label)) ?? null,
    style: null,
  };
}

/** What the features have, with the types that the source says where they kept their names; ids are a field too. */
function fieldsIn(features: Iterable<ExportFeature>, source: SourceLayer): SourceField[] {
  const stated = new Map(source.fields.map(({ name, type }) => [name, type]));
  const fields = fieldsOf(propertiesOf(features));
  return fields.map(({ name, type }) => ({ name, type: stated.get(name) ?? type }));
}

function* propertiesOf(features: Iterable<ExportFeature>): Generator<{ readonly properties: JsonObject }> {
  for (const { id, properties } of features) {
    yield { properties: { ...(id === undefined ? {} : { id: String(id) }), ...(properties as JsonObject) } };
  }
}

function* featuresOf(placed: Uint8Array, { fromLonLat, decimals }: Target): Generator<ExportFeature> {
  const scale = 10 ** decimals;
  const round = (value: number) => Math.round(value * scale) / scale;
  const moved = ([lon, lat, ...rest]: RawPosition): RawPosition => {
    const [x, y] = fromLonLat ? fromLonLat(lon, lat) : [lon, lat];
    return [round(x), round(y), ...rest];
  };
  for (const raw of rawFeatures(placed)) {
    if (!isObject(raw) || !isObject(raw.geometry)) continue;
    const { id, geometry } = raw;
    const properties = isObject(raw.properties) ? raw.properties : {};
    const coordinates = mapPositions(geometry.coordinates, moved);
    yield {
      ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
      geometry: { ...geometry, coordinates } as unknown as Geometry,
      properties,
    };
  }
}
