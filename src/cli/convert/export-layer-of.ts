import type { Geometry } from 'geojson';
import type { Transform } from '../../geo/crs/transform';
import { eachPosition, mapPositions } from '../../io/import/raw';
import { checkStructure } from '../../io/import/structure';
import { rawFeatures } from '../../io/import/formats/raw-features';
import { fieldsOf } from '../../io/import/formats/source-feature';
import type { SourceLayer } from '../../io/import/formats/source-layer';
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

export interface LayerToWrite {
  readonly layer: ExportLayer;
  /** Features that have no geometry, a broken one, or one that the target's system does not hold. */
  readonly leftOut: number;
}

/** A placed layer's bytes as a layer to be written, its coordinates in the target's system. */
export function exportLayerOf(source: SourceLayer, placed: Uint8Array, target: Target): LayerToWrite {
  const features: Iterable<ExportFeature> = { [Symbol.iterator]: () => featuresOf(placed, target) };
  let count = 0;
  const properties = function* (): Generator<{ readonly properties: JsonObject }> {
    for (const { id, properties } of features) {
      count++;
      yield {
        properties: { ...(id === undefined ? {} : { id: String(id) }), ...(properties as JsonObject) },
      };
    }
  };
  // The types are those that the source says where fields kept their names; ids are a field too.
  const stated = new Map(source.fields.map(({ name, type }) => [name, type]));
  const fields = fieldsOf(properties()).map(({ name, type }) => ({ name, type: stated.get(name) ?? type }));
  const labelField = LABELS.find((label) => fields.some(({ name }) => name === label)) ?? null;
  const layer = { name: source.name, fields, features, labelField, style: null };
  return { layer, leftOut: source.count - count };
}

function* featuresOf(placed: Uint8Array, { fromLonLat, decimals }: Target): Generator<ExportFeature> {
  const scale = 10 ** decimals;
  const round = (value: number) => Math.round(value * scale) / scale;
  for (const raw of rawFeatures(placed)) {
    const structure = checkStructure(raw);
    if ('reason' in structure) continue;
    const { id, geometry, properties } = structure.feature;
    const coordinates = mapPositions(geometry.coordinates, ([lon, lat, ...rest]) => {
      const [x, y] = fromLonLat ? fromLonLat(lon, lat) : [lon, lat];
      return [round(x), round(y), ...rest];
    });
    if (!areFinite(coordinates)) continue;
    yield {
      ...(id === undefined ? {} : { id }),
      geometry: { type: geometry.type, coordinates } as Geometry,
      properties: properties ?? {},
    };
  }
}

function areFinite(coordinates: unknown): boolean {
  const odd: unknown[] = [];
  eachPosition(coordinates, (position) => {
    if (!Number.isFinite(position[0]) || !Number.isFinite(position[1])) odd.push(position);
  });
  return odd.length === 0;
}
