import { addProtocol, removeProtocol } from 'maplibre-gl';
import { isVector } from '../../domain/base-map';
import type { TileAddress } from '../../domain/tile-address';
import type { LinksStore } from '../../store/links/links-store';
import { createShiftedTiles } from './shifted-tiles';

const BASE_SCHEME = 'xuezhi-base';

/** Address of a base map's tiles; `edition` tells apart what was asked for before and after a change. */
export function baseTileTemplate(id: string, edition: number): string {
  return `${BASE_SCHEME}://${id}/${edition}/{z}/{x}/{y}`;
}

const ADDRESS = /^xuezhi-base:\/\/([\w-]+)\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/;

/**
 * Has MapLibre take the tiles of base maps from the store, which alone asks the network: an address with a key never
 * gets to MapLibre, its workers or its messages. A tile that does not come is an empty one; the store knows why.
 */
export function serveBaseTiles(links: LinksStore): () => void {
  const shifted = new Map<string, ReturnType<typeof createShiftedTiles>>();

  const shiftedOf = (id: string, edition: string) => {
    const key = `${id}/${edition}`;
    const known = shifted.get(key) ?? createShiftedTiles((address: TileAddress) => links.tile(id, address));
    // Editions before are asked for no more.
    for (const other of shifted.keys())
      if (other.startsWith(`${id}/`) && other !== key) shifted.delete(other);
    shifted.set(key, known);
    return known;
  };

  addProtocol(BASE_SCHEME, async ({ url }, { signal }) => {
    const [, id, edition, z, x, y] = ADDRESS.exec(url) ?? [];
    const map = links.getState().baseMaps.find((each) => each.id === id);
    if (id === undefined || edition === undefined || !map) return { data: new ArrayBuffer() };
    const address = { z: Number(z), x: Number(x), y: Number(y) };
    if (map.isGcj02 && !isVector(map)) {
      return { data: (await shiftedOf(id, edition)(address, signal)) ?? new ArrayBuffer() };
    }
    const tile = await links.tile(id, address, signal);
    return { data: tile.ok && tile.value ? tile.value : new ArrayBuffer() };
  });
  return () => removeProtocol(BASE_SCHEME);
}
