/** A set of slots that knows its size; one byte each, for most slots of a layer are asked for. */
export interface SlotSet {
  readonly size: number;
  has(slot: number): boolean;
  set(slot: number, member: boolean): void;
}

export function createSlotSet(capacity: number): SlotSet {
  let members = new Uint8Array(capacity);
  let size = 0;
  return {
    get size() {
      return size;
    },
    has: (slot) => members[slot] === 1,
    set(slot, member) {
      if (slot >= members.length) {
        const grown = new Uint8Array(Math.max(slot + 1, 2 * members.length));
        grown.set(members);
        members = grown;
      }
      size += Number(member) - members[slot]!;
      members[slot] = Number(member);
    },
  };
}
