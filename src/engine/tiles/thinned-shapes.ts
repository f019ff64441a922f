import type { Frame } from '../../geo/frame';
import type { Box } from '../box-index';
import { importances } from './shape-importance';
import type { TileLayer } from './tile-layer';
import { tileLoad, type TileLoad } from './tile-load';

/** The shapes of a layer that are worth a place at each zoom. */
export interface ThinnedShapes {
  /**
   * Those near a box: all where the fullest tile of that zoom has room for all, else so many halvings that it has;
   * `further` halvings of those for a tile that was fuller than thought.
   */
  search(z: number, box: Box, further: number): Generator<undefined, Uint32Array>;
}

/** One of so many halvings of a layer. */
interface Level {
  readonly load: TileLoad;
  readonly has: (slot: number) => boolean;
  slots: Uint32Array | null;
}

/** Of a million shapes one is left then. */
const MOST_HALVINGS = 20;
/** Up to so many halvings it is quicker to ask the index than to go through all that is left. */
const FEW_HALVINGS = 3;
/** Shapes from which the halves are told. */
const SAMPLE = 4096;

/**
 * Thins a layer so that no tile is too full: of all shapes the more important half, or quarter, or eighth … A shape
 * that is shown at one zoom is shown at all nearer ones, and neighbouring tiles are thinned alike.
 */
export function thinShapes(layer: TileLayer, frame: Frame, extent: Box): ThinnedShapes {
  const { boxes, size } = layer.shapes;
  const levels: Level[] = [];
  let ranks: { readonly importance: Float64Array; readonly sample: Float64Array } | null = null;

  const limitOf = (halvings: number): number => {
    ranks ??= rankedOf(layer);
    return ranks.sample[Math.floor(ranks.sample.length * (1 - 2 ** -halvings))]!;
  };
  function* levelOf(halvings: number): Generator<undefined, Level> {
    const known = levels[halvings];
    if (known) return known;
    const limit = halvings === 0 ? -Infinity : limitOf(halvings);
    const has = (slot: number) => halvings === 0 || ranks!.importance[slot]! >= limit;
    return (levels[halvings] = { load: yield* tileLoad(layer, frame, extent, has), has, slots: null });
  }

  return {
    *search(z, box, further) {
      let halvings = 0;
      while (halvings < MOST_HALVINGS && !(yield* levelOf(halvings)).load.fits(z)) halvings += 1;
      halvings = Math.min(MOST_HALVINGS, halvings + further);
      const level = yield* levelOf(halvings);
      if (halvings === 0) return layer.search(box);
      if (halvings <= FEW_HALVINGS) return layer.search(box).filter(level.has);
      level.slots ??= Uint32Array.from({ length: size }, (_, slot) => slot).filter(level.has);
      return level.slots.filter(
        (slot) =>
          boxes[4 * slot]! <= box.maxX &&
          boxes[4 * slot + 1]! <= box.maxY &&
          boxes[4 * slot + 2]! >= box.minX &&
          boxes[4 * slot + 3]! >= box.minY,
      );
    },
  };
}

function rankedOf(layer: TileLayer): { importance: Float64Array; sample: Float64Array } {
  const importance = importances(layer);
  const step = Math.max(1, Math.floor(importance.length / SAMPLE));
  return { importance, sample: importance.filter((_, slot) => slot % step === 0).sort() };
}
