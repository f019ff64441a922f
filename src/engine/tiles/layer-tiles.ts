import type { Frame } from '../../geo/frame';
import { createLandUseCells, type LandUseCells } from './land-use-cells';
import { extentOf, lonLatBox } from './planar-box';
import { createTileCutter } from './tile-cutter';
import type { TileAddress } from '../../domain/tile-address';
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
  /** From this zoom on features are drawn themselves; further out parcels may be cells, which have no id. */
  detailZoom(): Generator<undefined, number>;
}

export function createLayerTiles(layer: TileLayer, frame: Frame): LayerTiles {
  const extent = extentOf(layer.shapes);
  if (!extent) return NOTHING;
  const bounds = lonLatBox(frame, extent);
  const cutter = createTileCutter(layer, frame, bounds);
  return layer.name === 'parcels' ? parcelTiles() : thinnedTiles();

  /** Parcels while they can be told apart, land use in cells where they cannot. */
  function parcelTiles(): LayerTiles {
    let known: TileLoad | null = null;
    let cells: LandUseCells | null = null;
    function* loadOf(): Generator<undefined, TileLoad> {
      return (known ??= yield* tileLoad(layer, frame, extent!, () => true));
    }
    return {
      *detailZoom() {
        const load = yield* loadOf();
        return load.mostlyFits(0) ? 0 : baseZoom(load) + 1;
      },
      *tile(address) {
        const load = yield* loadOf();
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
      detailZoom: everywhere,
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

function* everywhere(): Generator<undefined, number> {
  yield;
  return 0;
}

const NOTHING: LayerTiles = {
  detailZoom: everywhere,
  *tile() {
    yield;
    return null;
  },
};
