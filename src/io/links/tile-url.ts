import type { BaseMapSource } from '../../domain/base-map';
import type { TileAddress } from '../../domain/tile-address';
import { withParameters } from './with-parameters';

/** Half the side of the Web Mercator square, metres. */
const HALF_WORLD_M = Math.PI * 6_378_137;
/** One of Tianditu's eight hosts: one is enough, and one is all that the policy opens. */
const TIANDITU = 'https://t0.tianditu.gov.cn';

/** The address of a base map, by which its host is known; null for a file. */
export function sourceAddress(source: BaseMapSource): string | null {
  switch (source.kind) {
    case 'xyz':
    case 'wmts':
      return source.template;
    case 'tianditu':
      return TIANDITU;
    case 'wms':
    case 'pmtiles':
      return source.address;
    case 'pmtiles-file':
      return null;
  }
}

/** The address of a tile; null where the source has none there, or is not asked tile by tile. */
export function tileUrl(source: BaseMapSource, tile: TileAddress, tileSize: number): string | null {
  const { z, x, y } = tile;
  switch (source.kind) {
    case 'xyz':
      return filled(source.template, { z, x, y, '-y': 2 ** z - 1 - y });
    case 'wmts': {
      const matrix = source.matrices[z];
      if (matrix === undefined || matrix === '') return null;
      const parts = { tilematrix: encodeURIComponent(matrix), tilerow: y, tilecol: x };
      return filled(source.template, parts);
    }
    case 'tianditu':
      return withParameters(`${TIANDITU}/${source.layer}_w/wmts`, {
        ...{ SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', LAYER: source.layer, STYLE: 'default' },
        ...{ TILEMATRIXSET: 'w', FORMAT: 'tiles', TILEMATRIX: z, TILEROW: y, TILECOL: x, tk: source.key },
      });
    case 'wms':
      return withParameters(source.address, {
        ...{ SERVICE: 'WMS', REQUEST: 'GetMap', VERSION: source.version, LAYERS: source.layers, STYLES: '' },
        ...{ [source.version === '1.3.0' ? 'CRS' : 'SRS']: source.crs, BBOX: mercatorBox(tile).join(',') },
        ...{ WIDTH: tileSize, HEIGHT: tileSize, FORMAT: source.format, TRANSPARENT: 'TRUE' },
      });
    case 'pmtiles':
    case 'pmtiles-file':
      return null;
  }
}

/** West, south, east, north in metres. EPSG:3857 is east first in every version of WMS. */
function mercatorBox({ z, x, y }: TileAddress): [number, number, number, number] {
  const side = (2 * HALF_WORLD_M) / 2 ** z;
  const west = x * side - HALF_WORLD_M;
  const north = HALF_WORLD_M - y * side;
  return [west, north - side, west + side, north];
}

/** Fills places in braces, whatever their case; others stay. */
function filled(template: string, parts: Readonly<Record<string, string | number>>): string {
  return template.trim().replaceAll(/\{(-?\w+)\}/g, (place, name: string) => {
    const part = parts[name.toLowerCase()];
    return part === undefined ? place : String(part);
  });
}
