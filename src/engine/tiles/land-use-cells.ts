import type { LonLatBox } from '../../domain/feature';
import type { Frame } from '../../geo/frame';
import { ByteWriter } from './byte-writer';
import { rectangleCommands, rectanglesOf } from './cell-rectangles';
import { landUseClasses } from './land-use-classes';
import { CoarserCells } from './coarser-cells';
import { CELLS, RasterPainter, type Raster } from './land-use-raster';
import { tileBox } from '../../geo/web-mercator';
import { planarBox, sharedBox } from './planar-box';
import type { TileAddress } from '../../domain/tile-address';
import type { TileLayer } from './tile-layer';
import { MOST_BYTES } from './tile-cutter';
import { FEATURE, GEOMETRY, TAGS, tileBytes, TYPE } from './tile-message';
import { fitTransform } from './tile-transform';
import { ValueWriter } from './value-writer';

/**
 * Parcels where they are too many and too small to be told apart: squares in the colour of a land use in them, of two pixels at
 * the nearest such zoom and of four further out, where each might have its own and be as many bytes.
 */
export interface LandUseCells {
  /** Pauses every few milliseconds. `null` where no parcel lies in the tile. */
  tile(address: TileAddress): Generator<undefined, Uint8Array | null>;
}

/** Rasters that are kept: 64 KiB each. */
const MOST_RASTERS = 512;
/** Rasters are made of those of the next zoom that lies a multiple of so many further out than the base. */
const ZOOM_STEP = 3;
const PAUSE_EVERY = 1024;
const POLYGON = 3;
const KEYS = ['codeScheme', 'landUse'] as const;

/**
 * At `baseZoom` and nearer a cell has the use of the parcel at its middle; further out one of those in it, so that each
 * has its share of the land, told from the rasters one to three zooms nearer. Rasters are made when they are first asked for, and kept.
 */
export function createLandUseCells(
  layer: TileLayer,
  frame: Frame,
  bounds: LonLatBox,
  baseZoom: number,
): LandUseCells {
  const classes = landUseClasses(layer.table);
  const painter = new RasterPainter(layer, classes);
  const coarser = new CoarserCells(classes);
  const rasters = new Map<string, Raster | null>();

  function* rasterOf(address: TileAddress): Generator<undefined, Raster | null> {
    const key = `${address.z}/${address.x}/${address.y}`;
    const known = rasters.get(key);
    if (known !== undefined) return known;
    const near = sharedBox(bounds, tileBox(address, 0));
    const made = near && (yield* address.z >= baseZoom ? painted(address, near) : coarsened(address));
    rasters.set(key, made);
    const [oldest] = rasters.keys();
    if (rasters.size > MOST_RASTERS && oldest !== undefined) rasters.delete(oldest);
    return made;
  }

  function* painted(address: TileAddress, near: LonLatBox): Generator<undefined, Raster | null> {
    const box = planarBox(frame, near);
    const transform = fitTransform(frame, address, box);
    const slots = layer.search(box).slice();
    if (slots.length === 0) return null;
    const raster = new Uint8Array(CELLS * CELLS);
    for (let i = 0; i < slots.length; i++) {
      painter.paint(raster, slots[i]!, transform);
      if (i % PAUSE_EVERY === 0) yield;
    }
    return raster;
  }

  function* coarsened({ z, x, y }: TileAddress): Generator<undefined, Raster | null> {
    const nearer = baseZoom - ZOOM_STEP * (Math.ceil((baseZoom - z) / ZOOM_STEP) - 1);
    const tiles = 2 ** (nearer - z);
    const cells = CELLS / tiles;
    let raster: Raster | null = null;
    for (let row = 0; row < tiles; row++) {
      for (let column = 0; column < tiles; column++) {
        const part = yield* rasterOf({ z: nearer, x: x * tiles + column, y: y * tiles + row });
        if (!part) continue;
        raster ??= new Uint8Array(CELLS * CELLS);
        coarser.join(part, tiles, { raster, columns: CELLS, left: column * cells, top: row * cells });
        yield;
      }
    }
    return raster;
  }

  const encoded = (raster: Uint8Array, side: number): Uint8Array | null => {
    const features = new ByteWriter();
    const values = new ValueWriter();
    for (const [number, rectangles] of rectanglesOf(raster, side)) {
      const tags = new ByteWriter();
      KEYS.forEach((key, index) => {
        const value = values.index(classes.at(number)[key]);
        if (value < 0) return;
        tags.varint(index);
        tags.varint(value);
      });
      const feature = new ByteWriter();
      feature.field(TAGS, tags);
      feature.varint(TYPE);
      feature.varint(POLYGON);
      feature.field(GEOMETRY, rectangleCommands(rectangles, side));
      features.field(FEATURE, feature);
    }
    if (features.length === 0) return null;
    return tileBytes({ name: layer.name, extent: side, features, keys: KEYS, values });
  };

  return {
    *tile(address) {
      const raster = yield* rasterOf(address);
      if (!raster) return null;
      if (address.z >= baseZoom) {
        const bytes = encoded(raster, CELLS);
        if (!bytes || bytes.length <= MOST_BYTES) return bytes;
      }
      const half = CELLS / 2;
      const coarse = new Uint8Array(half * half);
      coarser.join(raster, 2, { raster: coarse, columns: half, left: 0, top: 0 });
      return encoded(coarse, half);
    },
  };
}
