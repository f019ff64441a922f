import type { LonLatBox } from '../../domain/feature';
import { LAYER_GEOMETRY } from '../../domain/layer';
import type { Frame } from '../../geo/frame';
import { ByteWriter, varintSize } from './byte-writer';
import { tileBox } from './mercator';
import { boxFrom, lonLatBox, planarBox, sharedBox } from './planar-box';
import { GeometryWriter, TILE_TYPES } from './tile-geometry';
import type { TileAddress, TileLayer } from './tile-layer';
import { layerBytes } from './tile-message';
import { TagWriter } from './tile-tags';
import { fitTransform } from './tile-transform';

/**
 * Shapes that reach out of a tile are cut this share of its side (512 pixels) outside it: further than half the width
 * of a road, or of an outline.
 */
const LINE_BUFFER = 1 / 16;
const OUTLINE_BUFFER = 1 / 64;
/** A shape within this share of a tile's side is written whole, to be labelled in its middle; coordinates reach 1. */
const WHOLE_MARGIN = 0.75;

const FEATURE = 0x12;
const TAGS = 0x12;
const TYPE = 0x18;
const GEOMETRY = 0x22;

/** Cuts tiles of one layer; keeps its scratch memory from tile to tile. */
export interface TileCutter {
  /** A Mapbox Vector Tile of one layer that has the layer's name; null where nothing lies in the tile. */
  cut(address: TileAddress): Uint8Array | null;
}

export function createTileCutter(layer: TileLayer, frame: Frame): TileCutter {
  const { shapes, rows } = layer;
  const { boxes } = shapes;
  const bounds = lonLatBounds(layer, frame);
  const buffer = LAYER_GEOMETRY[layer.name].includes('line') ? LINE_BUFFER : OUTLINE_BUFFER;
  const geometry = new GeometryWriter();
  const tags = new TagWriter(layer.table, layer.name);
  const features = new ByteWriter();

  return {
    cut(address) {
      const near = bounds && sharedBox(bounds, tileBox(address, buffer));
      if (!near) return null;
      const whole = planarBox(frame, sharedBox(bounds, tileBox(address, WHOLE_MARGIN)) ?? near);
      const transform = fitTransform(frame, address, whole);
      const clip = boxFrom(planarBox(frame, near));
      const [west, south, east, north] = whole;
      const slots = layer.search(clip, 0);
      tags.clear();
      features.length = 0;
      for (const slot of slots) {
        const inside =
          boxes[4 * slot]! >= west &&
          boxes[4 * slot + 1]! >= south &&
          boxes[4 * slot + 2]! <= east &&
          boxes[4 * slot + 3]! <= north;
        if (!geometry.write(shapes, slot, transform, inside ? null : clip)) continue;
        tags.write(rows[slot]!);
        const tagSize = tags.out.length;
        const geometrySize = geometry.out.length;
        features.reserve(tagSize + geometrySize + 24);
        features.put(FEATURE);
        features.put(4 + varintSize(tagSize) + tagSize + varintSize(geometrySize) + geometrySize);
        features.put(TAGS);
        features.put(tagSize);
        features.copy(tags.out.bytes, 0, tagSize);
        features.put(TYPE);
        features.put(TILE_TYPES[shapes.types[slot]!]!);
        features.put(GEOMETRY);
        features.put(geometrySize);
        features.copy(geometry.out.bytes, 0, geometrySize);
      }
      return features.length === 0 ? null : layerBytes(layer.name, features, tags);
    },
  };
}

/** The layer's place on the globe; null for a layer of nothing. */
function lonLatBounds({ shapes }: TileLayer, frame: Frame): LonLatBox | null {
  const { boxes, size } = shapes;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let slot = 0; slot < size; slot++) {
    minX = Math.min(minX, boxes[4 * slot]!);
    minY = Math.min(minY, boxes[4 * slot + 1]!);
    maxX = Math.max(maxX, boxes[4 * slot + 2]!);
    maxY = Math.max(maxY, boxes[4 * slot + 3]!);
  }
  if (minX > maxX) return null;
  return lonLatBox(frame, [minX, minY, maxX, maxY]);
}
