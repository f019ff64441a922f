import type { Frame } from '../../geo/frame';
import { createLandUseCells, type LandUseCells } from './land-use-cells';
import { extentOf, lonLatBox } from './planar-box';
import { createTileCutter } from './tile-cutter';
import type { TileAddress } from '../protocol';
import type { TileLayer } from './tile-layer';
import { MAX_ZOOM, tileLoad, type TileLoad } from './tile-load';
import { thinShapes } from './thinned-shapes';

/** The tiles of one reference layer. */
export interface LayerTiles {
  /**
   * A Mapbox Vector Tile, `null` where the layer has nothing in it. The work pauses every few milliseconds: what is
   * known of the layer as a whole is made with the first tiles that need it.
   */
  tile(address: TileAddress): Generator<undefined, Uint8Array | null>;
}

export function createLayerTiles(layer: TileLayer, frame: Frame): LayerTiles {
  const extent = extentOf(layer.shapes);
  if (!extent) return { tile: nothing };
  const bounds = lonLatBox(frame, extent);
  const cutter = createTileCutter(layer, frame, bounds);
  return layer.name === 'parcels' ? parcelTiles() : thinnedTiles();

  /** Parcels while they can be told apart, land use in cells where they cannot. */
  function parcelTiles(): LayerTiles {
    let load: TileLoad | null = null;
    let cells: LandUseCells | null = null;
    return {
      *tile(address) {
        load ??= yield* tileLoad(layer, frame, extent!, () => true);
        if (load.mostlyFits(address.z)) {
          const area = cutter.areaOf(address);
          const bytes = area && cutter.cut(area, layer.search(area.box));
          if (bytes !== 'crowded') return bytes;
        }
        cells ??= createLandUseCells(layer, frame, bounds, baseZoom(load));
        return yield* cells.tile(address);
      },
    };
  }

  function thinnedTiles(): LayerTiles {
    const thinned = thinShapes(layer, frame, extent!);
    return {
      *tile(address) {
        for (let further = 0; ; further++) {
          const area = cutter.areaOf(address);
          if (!area) return null;
          const slots = yield* thinned.search(address.z, area.box, further);
          const bytes = cutter.cut(area, slots);
          if (bytes !== 'crowded') return bytes;
        }
      },
    };
  }
}

/** The nearest zoom at which parcels are too many. */
function baseZoom(load: TileLoad): number {
  let zoom = MAX_ZOOM;
  while (zoom > 0 && load.mostlyFits(zoom)) zoom -= 1;
  return zoom;
}

/** A layer of nothing has nothing in any tile. */
function* nothing(): Generator<undefined, null> {
  yield;
  return null;
}
