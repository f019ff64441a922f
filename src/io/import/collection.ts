import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { GEOMETRY_TYPES, isObject, without } from './raw';

/** A GeoJSON document taken apart: its features as they stand in the file, and what else it says. */
export interface RawCollection {
  readonly features: readonly unknown[];
  /** Foreign members of the FeatureCollection: all but `type`, `features`, `crs` and `bbox`. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly crs: unknown;
}

/** What a parsed file holds as a list of features; a lone Feature or geometry is a list of one. */
export function readCollection(
  json: unknown,
  file: string,
  allowEmpty: boolean,
): Result<RawCollection, Message> {
  if (!isObject(json)) return err(message('not-geojson', { file, found: describe(json) }));
  const type = json.type;
  if (type === 'FeatureCollection') {
    const { features, crs } = json;
    const members = without(json, 'type', 'features', 'crs', 'bbox');
    if (!Array.isArray(features)) return err(message('features-missing', { file }));
    if (features.length === 0 && !allowEmpty) return err(message('no-features', { file }));
    return ok({ features, members, crs });
  }
  if (type === 'Feature') {
    const { crs, ...feature } = json;
    return ok({ features: [feature], members: {}, crs });
  }
  if (typeof type === 'string' && (GEOMETRY_TYPES.has(type) || type === 'GeometryCollection')) {
    const { crs, ...geometry } = json;
    return ok({ features: [{ type: 'Feature', properties: {}, geometry }], members: {}, crs });
  }
  if (type === 'Topology') return err(message('file-wrong-format', { file, format: 'TopoJSON' }));
  // Esri's own JSON has attributes where GeoJSON has properties, and no types.
  if (type === undefined && 'geometryType' in json && Array.isArray(json.features)) {
    return err(message('file-wrong-format', { file, format: 'Esri JSON' }));
  }
  return err(message('not-geojson', { file, found: describe(type) }));
}

function describe(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value).slice(0, 40);
}
