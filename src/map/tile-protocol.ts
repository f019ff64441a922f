import { addProtocol, removeProtocol } from 'maplibre-gl';
import type { MapEngine } from './map-engine';
import { createRequestQueue } from './request-queue';
import { NO_CONTENT, TILE_SCHEME } from './style/sources';
import { tileRequest } from './tile-address';

/** Tiles under way at once: enough to keep the engine busy, few enough that a preview gets in between. */
const MOST_UNDER_WAY = 4;

/** Has MapLibre take its tiles from the engine, under addresses as `tileTemplate` makes them. Stops when told to. */
export function serveTiles(engine: MapEngine): () => void {
  const queue = createRequestQueue(MOST_UNDER_WAY);
  addProtocol(TILE_SCHEME, async ({ url }, { signal }) => {
    const request = tileRequest(url);
    if (!request) throw new Error(`No tile at ${url}`);
    if (request.content === NO_CONTENT) return { data: new ArrayBuffer() };
    const bytes = await queue.ask(() => engine.tile(request.layer, request.address), signal);
    return { data: bytes ?? new ArrayBuffer() };
  });
  return () => removeProtocol(TILE_SCHEME);
}
