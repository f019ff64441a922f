import type { LonLatBox } from '../../domain/feature';
import { LAYER_GEOMETRY } from '../../domain/layer';
import type { Frame } from '../../geo/frame';
import type { Box } from '../box-index';
import { ByteWriter } from './byte-writer';
import { tileBox } from '../../geo/web-mercator';
import { planarBox, sharedBox } from './planar-box';
import { GeometryWriter, TILE_TYPES } from './tile-geometry';
import type { TileAddress } from '../../domain/tile-address';
import type { TileLayer } from './tile-layer';
import { FEATURE, GEOMETRY, TAGS, tileBytes, TYPE } from './tile-message';
import { TagWriter } from './tile-tags';
import { EXTENT, fitTransform } from './tile-transform';

/**
 * Shapes that reach out of a tile are cut this share of its side (512 pixels) outside it: further than half the width
 * of a road, or of an outline.
 */
const LINE_BUFFER = 1 / 16;
const OUTLINE_BUFFER = 1 / 64;
/** A shape within this share of a tile's side is written whole, to be labelled in its middle; coordinates reach 1. */
const WHOLE_MARGIN = 0.75;

/** A tile of more bytes than this takes the map long to draw, and shows more than can be seen. */
export const MOST_BYTES = 200_000;

/** What a tile shows of the frame. */
export interface TileArea {
  readonly address: TileAddress;
  /** With its buffer: what touches this is in the tile. */
  readonly box: Box;
  /** What lies in this is written whole. */
  readonly whole: Box;
}

/** Cuts tiles of one layer; keeps its scratch memory from tile to tile. */
export interface TileCutter {
  /** null where the layer has nothing there. */
  areaOf(address: TileAddress): TileArea | null;
  /**
   * A Mapbox Vector Tile of one layer that has the layer's name, of shapes that touch the area; null where nothing of
   * them is left, `crowded` where they take more than `MOST_BYTES`.
   */
  cut(area: TileArea, slots: Iterable<number>): Uint8Array | null | 'crowded';
}

/** `bounds` are those of all shapes, in degrees. */
export function createTileCutter(layer: TileLayer, frame: Frame, bounds: LonLatBox): TileCutter {
  const { shapes, rows } = layer;
  const { boxes } = shapes;
  const buffer = LAYER_GEOMETRY[layer.name].includes('line') ? LINE_BUFFER : OUTLINE_BUFFER;
  const features = new ByteWriter();
  const geometry = new GeometryWriter(features);
  const tags = new TagWriter(layer.table, layer.name);

  return {
    areaOf(address) {
      const near = sharedBox(bounds, tileBox(address, buffer));
      if (!near) return null;
      const whole = sharedBox(bounds, tileBox(address, WHOLE_MARGIN)) ?? near;
      return { address, box: planarBox(frame, near), whole: planarBox(frame, whole) };
    },
    cut({ address, box, whole }, slots) {
      const transform = fitTransform(frame, address, whole);
      tags.clear();
      features.length = 0;
      for (const slot of slots) {
        const inside =
          boxes[4 * slot]! >= whole.minX &&
          boxes[4 * slot + 1]! >= whole.minY &&
          boxes[4 * slot + 2]! <= whole.maxX &&
          boxes[4 * slot + 3]! <= whole.maxY;
        const feature = features.open(FEATURE);
        features.put(TYPE);
        features.put(TILE_TYPES[shapes.types[slot]!]!);
        const commands = features.open(GEOMETRY);
        if (!geometry.write(shapes, slot, transform, inside ? null : box)) {
          features.length = feature - 1;
          continue;
        }
        features.close(commands);
        const pairs = features.open(TAGS);
        tags.write(rows[slot]!, features);
        features.close(pairs);
        features.close(feature);
        if (features.length + tags.values.out.length > MOST_BYTES) return 'crowded';
      }
      if (features.length === 0) return null;
      return tileBytes({ name: layer.name, extent: EXTENT, features, keys: tags.keys, values: tags.values });
    },
  };
}
