import type { JsonObject } from '../domain/json';
import type { LayerName } from '../domain/layer';
import type { LayerIndex } from './layer-index';
import { landUsesOf } from './rule-filter';

/** Properties by which the map draws and labels each layer. */
const DRAWN: Readonly<Record<LayerName, readonly string[]>> = {
  districts: ['name'],
  schools: ['name', 'stage', 'status'],
  reservations: ['name', 'purpose', 'status'],
  parcels: ['name', 'codeScheme', 'landUse', 'kind', 'status'],
  facilities: ['kind', 'name'],
  roads: ['class', 'name', 'bridge'],
  railways: ['name'],
  powerlines: ['kV', 'name'],
  pipelines: ['medium', 'name'],
  controlLines: ['type', 'name'],
  residential: ['population', 'name'],
  water: ['name'],
};

/** UTF-8 GeoJSON of a layer for the map: geometries, `_id`, and what `DRAWN` lists. */
export function layerGeoJsonOf(index: LayerIndex): Uint8Array {
  const features = Array.from(index.slots(), (slot) => {
    const { id, feature } = index.featureAt(slot);
    const properties: JsonObject = { _id: id };
    for (const name of DRAWN[index.layer]) {
      const value = feature.properties?.[name];
      if (value !== undefined) properties[name] = value;
    }
    // Mixed use is drawn as its first code.
    const [first] = index.layer === 'parcels' ? landUsesOf(feature.properties ?? {}) : [];
    if (first !== undefined) properties.landUse ??= first;
    return JSON.stringify({ type: 'Feature', properties, geometry: feature.geometry });
  });
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
}
