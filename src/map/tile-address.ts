import { isLayerName, type LayerName } from '../domain/layer';
import type { TileAddress } from '../domain/tile-address';
import { TILE_SCHEME } from './style/sources';

interface TileRequest {
  readonly layer: LayerName;
  /** What of the layer is asked for; `NO_CONTENT` where the project has none. */
  readonly content: string;
  readonly address: TileAddress;
}

/** What a tile's address asks for; null for one that is not ours. */
export function tileRequest(url: string): TileRequest | null {
  const [scheme, path = ''] = url.split('://');
  const [layer, content = '', ...numbers] = path.split('/');
  const [z = NaN, x = NaN, y = NaN] = numbers.map(Number);
  const known = scheme === TILE_SCHEME && isLayerName(layer) && [z, x, y].every(Number.isInteger);
  return known ? { layer, content, address: { z, x, y } } : null;
}
