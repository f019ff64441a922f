import { boxGap } from '../box-index';
import type { LayerIndex } from '../layer-index';
import type { LayerItem } from '../layer-item';

/** How far is looked at first, planar metres, and how much farther each time nothing is found. */
const FIRST_REACH_M = 400;
const FARTHER = 4;

/** The frame's scale differs by less than this within a project: planar metres are at most so many true ones. */
const SCALE_SPREAD = 1.01;

/** How one feature is measured against others of a layer. */
export interface Measuring {
  /** Whether a slot is one to be measured. */
  readonly accepts: (slot: number) => boolean;
  /** True distance of the two, m. */
  readonly distanceM: (other: LayerItem) => number;
  /** What is at most taken off a distance, m, and what is taken off that of a slot. */
  readonly widestOffM: number;
  readonly offM: (slot: number) => number;
}

export interface Nearest {
  readonly slot: number;
  readonly distanceM: number;
}

/** A layer around one feature, looked at farther and farther out; what was found serves the next question too. */
export class Surroundings {
  private readonly slotsWithin = new Map<number, readonly number[]>();
  private readonly distances = new Map<number, number>();

  constructor(
    private readonly layer: LayerIndex,
    private readonly item: LayerItem,
  ) {}

  /** The nearest of those that are accepted, the first of several; null where none is. */
  nearest(measuring: Measuring): Nearest | null {
    for (let reach = FIRST_REACH_M; ; reach *= FARTHER) {
      const slots = this.within(reach);
      const found = this.nearestOf(slots, measuring);
      const isSure = found !== null && found.distanceM <= reach / SCALE_SPREAD - measuring.widestOffM;
      if (isSure || slots.length >= this.layer.size) return found;
    }
  }

  private within(reach: number): readonly number[] {
    let slots = this.slotsWithin.get(reach);
    if (!slots) {
      slots = this.layer.search(this.item.geometry, reach);
      this.slotsWithin.set(reach, slots);
    }
    return slots;
  }

  private nearestOf(slots: readonly number[], { accepts, distanceM, widestOffM, offM }: Measuring) {
    let best: Nearest | null = null;
    for (const slot of slots) {
      if (!accepts(slot)) continue;
      let distance = this.distances.get(slot);
      if (distance === undefined) {
        const other = this.layer.itemAt(slot);
        const least = boxGap(this.item.geometry, other.geometry) / SCALE_SPREAD - widestOffM;
        if (best && least > best.distanceM) continue;
        distance = distanceM(other);
        this.distances.set(slot, distance);
      }
      const net = Math.max(0, distance - offM(slot));
      if (!best || net < best.distanceM) best = { slot, distanceM: net };
    }
    return best;
  }
}
