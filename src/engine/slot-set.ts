/** A set of slots that knows its size; one byte each, for most slots of a layer are asked for. */
export interface SlotSet {
  readonly size: number;
  /** 1 by slot of a member; shorter than the layer where nothing behind is one. Changes with every `set`. */
  readonly members: Uint8Array;
  has(slot: number): boolean;
  set(slot: number, member: boolean): void;
}

/** `members` becomes the set's own. */
export function createSlotSet(members: Uint8Array): SlotSet {
  let own = members;
  let size = 0;
  let counted = own.length;
  while (counted > 0) size += own[--counted]!;
  return {
    get size() {
      return size;
    },
    get members() {
      return own;
    },
    has: (slot) => own[slot] === 1,
    set(slot, member) {
      if (slot >= own.length) {
        const grown = new Uint8Array(Math.max(slot + 1, 2 * own.length));
        grown.set(own);
        own = grown;
      }
      size += Number(member) - own[slot]!;
      own[slot] = Number(member);
    },
  };
}
