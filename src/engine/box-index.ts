import Flatbush from 'flatbush';

/** A box in the planar frame, metres. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Finds boxes by place; keys are small whole numbers, one box each. */
export interface BoxIndex {
  /** Keys of the boxes that touch `box` grown by `reach` on all sides, ascending. */
  search(box: Box, reach: number): number[];
  /** Adds a box, or moves that of this key. */
  put(key: number, box: Box): void;
  remove(key: number): void;
}

/**
 * Keys `0 … boxes.length - 1` in a packed tree (Flatbush), which cannot change; what is edited later is kept beside
 * it in a plain list, for edits are few.
 */
export function createBoxIndex(boxes: readonly Box[]): BoxIndex {
  const tree = boxes.length > 0 ? new Flatbush(boxes.length) : null;
  const edited = new Map<number, Box | null>();
  boxes.forEach(({ minX, minY, maxX, maxY }, key) => {
    if (minX <= maxX && minY <= maxY) {
      tree?.add(minX, minY, maxX, maxY);
      return;
    }
    // A geometry without a position is nowhere; the tree needs an entry for its key all the same.
    tree?.add(0, 0, 0, 0);
    edited.set(key, null);
  });
  tree?.finish();

  return {
    search(box, reach) {
      const minX = box.minX - reach;
      const minY = box.minY - reach;
      const maxX = box.maxX + reach;
      const maxY = box.maxY + reach;
      const found = tree?.search(minX, minY, maxX, maxY, (key) => !edited.has(key)) ?? [];
      for (const [key, other] of edited) {
        if (!other || other.minX > maxX || other.maxX < minX || other.minY > maxY || other.maxY < minY)
          continue;
        found.push(key);
      }
      return found.sort((a, b) => a - b);
    },
    put(key, box) {
      edited.set(key, box);
    },
    remove(key) {
      edited.set(key, null);
    },
  };
}

/** Least gap between two boxes; 0 where they touch. Never more than the distance of what is in them. */
export function boxGap(a: Box, b: Box): number {
  const dx = Math.max(0, a.minX - b.maxX, b.minX - a.maxX);
  const dy = Math.max(0, a.minY - b.maxY, b.minY - a.maxY);
  return Math.hypot(dx, dy);
}
