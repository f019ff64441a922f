import { sameJson } from '../../domain/compare/same-json';
import type { LayerIndex } from '../layer-index';
import type { EngineState } from '../state';
import { columnPairs } from './column-pairs';
import { isSamePlace } from './same-place';

/** A layer in one of two states. */
export type LayerSide = Pick<EngineState, 'frame'> & { readonly index: LayerIndex | undefined };

/** Whether the features of two slots are known to be the same; others may still be. */
export type AlikeFeatures = (slotA: number, slotB: number) => boolean;

/** Tells it by columns and vertices, without making objects; each feature of `b` is looked at once. */
export function alikeIn(a: LayerSide, b: LayerSide): AlikeFeatures {
  const [left, right] = [a.index?.placed, b.index?.placed];
  if (!left || !right || !sameJson(a.frame.centre, b.frame.centre)) return () => false;
  const [sizeA, sizeB] = [left.shapes.size, right.shapes.size];
  if (left.attributes === right.attributes) return (slotA, slotB) => slotA === slotB && slotA < sizeA;
  const pairs = columnPairs(left.attributes, right.attributes, sameJson);
  const isAlike: AlikeFeatures = (slotA, slotB) => {
    const [rowA, rowB] = [left.rows[slotA]!, right.rows[slotB]!];
    return (
      isSamePlace(left.shapes, slotA, right.shapes, slotB) &&
      pairs.every(({ isSame }) => isSame(rowA, rowB)) &&
      sameJson(left.attributes.members.get(rowA), right.attributes.members.get(rowB))
    );
  };
  /** By slot of `b`: the slot of `a` that is alike + 1; 0 where it has not been looked at, or none is. */
  const known = new Uint32Array(sizeB);
  return (slotA, slotB) => {
    if (slotA >= sizeA || slotB >= sizeB) return false;
    if (known[slotB] === slotA + 1) return true;
    if (!isAlike(slotA, slotB)) return false;
    known[slotB] = slotA + 1;
    return true;
  };
}
