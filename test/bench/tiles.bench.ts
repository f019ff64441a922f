import { bench, describe } from 'vitest';
import { mercatorOf } from '../../src/geo/web-mercator';
import { finished } from '../../src/engine/pacer';
import { createLayerTiles } from '../../src/engine/tiles/layer-tiles';
import type { TileAddress } from '../../src/domain/tile-address';
import { createFrame } from '../../src/geo/frame';
import { cityLayer } from '../builders/tile-layers';

/** 1,000,000 parcels of 13 vertices, seeded; a screen of the map at zoom 14 is 4 × 2.5 tiles. */
const frame = createFrame({ lon: 105.98, lat: 31.57 });
const layer = cityLayer(250, 7);
const tiles = createLayerTiles(layer, frame);
const cut = (address: TileAddress) => finished(tiles.tile(address));

const [east, south] = mercatorOf(105.98, 31.57);
const x = Math.floor(east * 2 ** 14);
const y = Math.floor(south * 2 ** 14);
const screen = [-2, -1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => ({ z: 14, x: x + i, y: y + j })));

const bytes = screen.reduce((sum, address) => sum + (cut(address)?.length ?? 0), 0);

describe(`a view of ${layer.shapes.size} parcels, ${screen.length} tiles, ${bytes} bytes`, () => {
  bench('cut', () => {
    for (const address of screen) cut(address);
  });
});
