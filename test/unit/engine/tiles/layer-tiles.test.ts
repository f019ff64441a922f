import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/engine/pacer';
import { createLayerTiles, type LayerTiles } from '../../../../src/engine/tiles/layer-tiles';
import { mercatorOf } from '../../../../src/geo/web-mercator';
import { MOST_BYTES } from '../../../../src/engine/tiles/tile-cutter';
import type { TileAddress } from '../../../../src/domain/tile-address';
import { createFrame } from '../../../../src/geo/frame';
import { decodedFeatures, unitsOf } from '../../../builders/decoded-tile';
import { randomSource } from '../../../builders/random';
import { cityLayer, tileLayerOf, type PlanarFeature } from '../../../builders/tile-layers';

const frame = createFrame({ lon: 105.98, lat: 31.57 });
const ZOOMS = Array.from({ length: 14 }, (_, i) => 5 + i);

function addressAt(z: number, x: number, y: number): TileAddress {
  const [east, south] = mercatorOf(...frame.unproject(x, y));
  return { z, x: Math.floor(east * 2 ** z), y: Math.floor(south * 2 ** z) };
}

function made(tiles: LayerTiles, address: TileAddress): Uint8Array | null {
  for (const job = tiles.tile(address); ;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

describe('a city of parcels', () => {
  /** 36,864 parcels on 11 km. */
  const tiles = createLayerTiles(cityLayer(48, 3), frame);

  it.each(ZOOMS)('has a tile of bounded size at zoom %i', (z) => {
    for (const [x, y] of [
      [10, 10],
      [2000, -1500],
    ] as const) {
      const bytes = made(tiles, addressAt(z, x, y));
      expect(bytes).not.toBeNull();
      expect(bytes!.length).toBeLessThanOrEqual(MOST_BYTES);
    }
  });

  it('names its parcels where they can be told apart, and has cells of land use further out', () => {
    const kinds = ZOOMS.map((z) => {
      const features = decodedFeatures(made(tiles, addressAt(z, 10, 10)));
      const named = features.filter(({ properties }) => '_id' in properties).length;
      return named === features.length ? 'parcels' : named === 0 ? 'cells' : 'both';
    });
    expect(kinds.join(' ')).toMatch(/^cells( cells)*( parcels)+$/);
    expect(ZOOMS[kinds.indexOf('parcels')]).toBe(finished(tiles.detailZoom()));
  });

  it('shows each use with its share of the land at every zoom of cells', () => {
    const shares = (z: number): Map<unknown, number> => {
      const areas = new Map<unknown, number>();
      const { x: column, y: row } = addressAt(z, 0, 0);
      for (const x of [column - 1, column, column + 1]) {
        for (const y of [row - 1, row, row + 1]) {
          const bytes = made(tiles, { z, x, y });
          for (const feature of bytes ? decodedFeatures(bytes) : []) {
            const { landUse } = feature.properties;
            const cells = unitsOf(feature).reduce(
              (sum, ring) => sum + (ring[2]![0] - ring[0]![0]) * (ring[2]![1] - ring[0]![1]),
              0,
            );
            areas.set(landUse, (areas.get(landUse) ?? 0) + cells / feature.extent ** 2);
          }
        }
      }
      const total = [...areas.values()].reduce((a, b) => a + b, 0);
      return new Map([...areas].map(([use, area]) => [use, area / total]));
    };
    const near = shares(12);
    const far = shares(10);
    expect(near.size).toBeGreaterThan(5);
    for (const [use, share] of near) expect(Math.abs((far.get(use) ?? 0) - share)).toBeLessThan(0.03);
  });

  it('keeps streets free between the blocks', () => {
    const features = decodedFeatures(made(tiles, addressAt(12, 0, 0)));
    const extent = features[0]!.extent;
    const cells = features
      .flatMap(unitsOf)
      .reduce((sum, ring) => sum + (ring[2]![0] - ring[0]![0]) * (ring[2]![1] - ring[0]![1]), 0);
    expect(cells / extent ** 2).toBeLessThan(0.95);
    expect(cells / extent ** 2).toBeGreaterThan(0.2);
  });
});

describe('a layer of many lines', () => {
  const random = randomSource(5);
  const classes = ['branch', 'branch', 'branch', 'path', 'secondary', 'expressway'];
  const roads = Array.from({ length: 24_000 }, (_, i): PlanarFeature => {
    const [x, y] = [8000 * (random() - 0.5), 8000 * (random() - 0.5)];
    return {
      id: `r${i}`,
      geometry: {
        type: 'LineString',
        coordinates: [
          [x, y],
          [x + 200 * random(), y + 100],
        ],
      },
      properties: { class: classes[i % classes.length]! },
    };
  });
  const tiles = createLayerTiles(tileLayerOf('roads', roads), frame);
  const idsAt = (z: number, x: number, y: number) =>
    decodedFeatures(made(tiles, addressAt(z, x, y))).map(({ properties }) => properties);

  it.each(ZOOMS)('has a tile of bounded size at zoom %i', (z) => {
    const bytes = made(tiles, addressAt(z, 10, 10));
    expect(bytes).not.toBeNull();
    expect(bytes!.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('keeps what matters most, and what it showed further out', () => {
    const far = idsAt(9, 10, 10);
    expect(far.length).toBeGreaterThan(500);
    expect(far.every((properties) => properties.class === 'expressway')).toBe(true);
    const near = new Set(idsAt(13, 10, 10).map(({ _id }) => _id));
    const here = far.filter(({ _id }) => near.has(_id));
    expect(here.length).toBeGreaterThan(0);
    expect(near.size).toBeGreaterThan(here.length);
  });

  it('shows everything where there is room', () => {
    const shown = idsAt(16, 10, 10).map(({ _id }) => _id);
    expect(shown.length).toBeGreaterThan(20);
    expect(finished(tiles.detailZoom())).toBe(0);
    expect(new Set(idsAt(16, 10, 10).map((properties) => properties.class)).size).toBe(4);
  });
});

it('a layer of nothing has no tiles', () => {
  const tiles = createLayerTiles(tileLayerOf('water', []), frame);
  expect(made(tiles, { z: 0, x: 0, y: 0 })).toBeNull();
  expect(finished(tiles.detailZoom())).toBe(0);
});
