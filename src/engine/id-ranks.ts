import type { TextColumn } from '../domain/text-column';
import { byCodeUnit } from './districts';
import type { LayerIndex } from './layer-index';

/** Place of each slot's feature among all of its layer in the order of their ids by code unit; by slot. */
export function idRanks(layer: LayerIndex): Uint32Array {
  const ranks = new Uint32Array(layer.slotEnd);
  const { placed } = layer;
  if (placed?.shapes.size === layer.slotEnd) {
    const rankOfRow = ranksOf(placed.attributes.ids);
    for (let slot = 0; slot < ranks.length; slot++) {
      const row = placed.rows[slot]!;
      ranks[slot] = rankOfRow ? rankOfRow[row]! : row;
    }
    return ranks;
  }
  const byId = Array.from(layer.slots(), (slot) => ({ slot, id: layer.idAt(slot) }));
  byId.sort((a, b) => byCodeUnit(a.id, b.id));
  byId.forEach(({ slot }, rank) => (ranks[slot] = rank));
  return ranks;
}

/** By row; null where the rows are in order already, as those of most files are. */
function ranksOf(ids: TextColumn): Uint32Array | null {
  let isOrdered = true;
  for (let row = 1; row < ids.ends.length && isOrdered; row++)
    isOrdered = compareTexts(ids, row - 1, row) < 0;
  if (isOrdered) return null;
  const rows = Uint32Array.from(ids.ends.keys()).sort((a, b) => compareTexts(ids, a, b));
  const ranks = new Uint32Array(rows.length);
  rows.forEach((row, rank) => (ranks[row] = rank));
  return ranks;
}

/** Least first byte of a character outside the basic plane, and of those that UTF-16 orders behind these. */
const ASTRAL = 0xf0;
const BEHIND_SURROGATES = 0xee;

/** Compares two UTF-8 texts as UTF-16 would: characters outside the basic plane come before U+E000 … U+FFFF. */
function compareTexts({ bytes, ends }: TextColumn, a: number, b: number): number {
  let i = a === 0 ? 0 : ends[a - 1]!;
  let j = b === 0 ? 0 : ends[b - 1]!;
  while (i < ends[a]! && j < ends[b]!) {
    const x = bytes[i++]!;
    const y = bytes[j++]!;
    if (x === y) continue;
    if (x >= ASTRAL && y >= BEHIND_SURROGATES && y < ASTRAL) return -1;
    if (y >= ASTRAL && x >= BEHIND_SURROGATES && x < ASTRAL) return 1;
    return x - y;
  }
  return ends[a]! - i - (ends[b]! - j);
}
