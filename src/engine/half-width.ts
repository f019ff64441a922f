import { numberOf } from '../domain/feature';
import type { Rule } from '../domain/rule';
import type { LayerItem } from './layer-item';

/** Whether a rule means the edge of a line's land or its outer conductor, not the line that stands for it. */
export function readsHalfWidth({ test, measure }: Rule): boolean {
  return (
    test.relation === 'within-distance' && (measure.to === 'land-edge' || measure.to === 'outer-conductor')
  );
}

/** How far a road or power line reaches out from the line that stands for it, m: its `halfWidthM`, else 0. */
export function widthIn(object: LayerItem): number {
  return object.geometry.dimension === 1 ? Math.max(0, numberOf(object, 'halfWidthM') ?? 0) : 0;
}

/** What a rule takes off the distance to an object, m. */
export function halfWidthOf(rule: Rule, object: LayerItem): number {
  return readsHalfWidth(rule) ? widthIn(object) : 0;
}

/** Half widths of a rule's objects by slot, m, where they have one. The widest is known without looking at all. */
export class HalfWidths {
  private readonly widths = new Map<number, number>();
  /** Null where it must be looked for. */
  private widest: number | null = 0;

  get isEmpty(): boolean {
    return this.widths.size === 0;
  }

  /** 0 where none is given. */
  of(slot: number): number {
    return this.widths.get(slot) ?? 0;
  }

  get widestM(): number {
    if (this.widest === null) {
      this.widest = 0;
      for (const widthM of this.widths.values()) this.widest = Math.max(this.widest, widthM);
    }
    return this.widest;
  }

  /** 0 takes the width away. */
  set(slot: number, widthM: number): void {
    if (this.widths.get(slot) === this.widest) this.widest = null;
    if (widthM > 0) this.widths.set(slot, widthM);
    else this.widths.delete(slot);
    if (this.widest !== null) this.widest = Math.max(this.widest, widthM);
  }
}
