import { VectorTile, type VectorTileFeature, type VectorTileLayer } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** The one layer of a tile, read by Mapbox's own reader. */
export function decodedLayer(bytes: Uint8Array | null): VectorTileLayer {
  if (!bytes) throw new Error('the tile is empty');
  const layers = Object.values(new VectorTile(new PbfReader(bytes)).layers);
  if (layers.length !== 1) throw new Error(`the tile has ${layers.length} layers`);
  return layers[0]!;
}

export function decodedFeatures(bytes: Uint8Array | null): VectorTileFeature[] {
  const layer = decodedLayer(bytes);
  return Array.from({ length: layer.length }, (_, i) => layer.feature(i));
}

/** The parts of a feature in units of the tile, as `[x, y]`. */
export function unitsOf(feature: VectorTileFeature): [number, number][][] {
  return feature.loadGeometry().map((part) => part.map(({ x, y }) => [x, y]));
}
