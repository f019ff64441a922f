import type { Frame } from '../../geo/frame';
import type { ShapeTable } from '../../geo/shape-table';
import type { Box } from '../box-index';
import type { LayerIndex } from '../layer-index';
import { createLayerTiles, type LayerTiles } from './layer-tiles';

/** The tiles of layers that are laid down by place; kept as long as their shapes are. */
export interface ReferenceTiles {
  /** null for a layer whose features stand for themselves. */
  of(layer: LayerIndex, frame: Frame): LayerTiles | null;
}

export function createReferenceTiles(): ReferenceTiles {
  const known = new WeakMap<ShapeTable, LayerTiles>();
  return {
    of({ layer: name, placed }, frame) {
      if (!placed) return null;
      const { shapes, rows, attributes: table, grid } = placed;
      let tiles = known.get(shapes);
      if (tiles) return tiles;
      const search = ({ minX, minY, maxX, maxY }: Box): Uint32Array => grid.collect(minX, minY, maxX, maxY);
      tiles = createLayerTiles({ name, shapes, rows, table, search }, frame);
      known.set(shapes, tiles);
      return tiles;
    },
  };
}
