import type { Block } from './layout';
import { Lots } from './lots';
import type { Rings } from './plane';

/** Lots of one parcel of each kind; a block has the lots 0–3 in its southern row and 4–7 in its northern one. */
const PAIRS: readonly (readonly number[])[] = [
  [0, 1],
  [2, 3],
  [5, 6],
  [0, 4],
];
const CORNERS: readonly (readonly number[])[] = [
  [0, 1, 4],
  [2, 3, 7],
  [1, 5, 6],
];
/** Lots that do not touch, though they are one parcel. */
const APART: readonly (readonly number[])[] = [
  [0, 6],
  [3, 5],
  [1, 3],
];

/** The parcels of a block, each as its polygons: most are one lot, some several, some have a courtyard. */
export function* parcelsOfBlock(block: Block, random: () => number): Generator<readonly Rings[]> {
  const lots = new Lots(block, random);
  const left = new Set([0, 1, 2, 3, 4, 5, 6, 7]);
  const pick = (list: readonly (readonly number[])[]) => list[Math.floor(list.length * random())]!;
  const take = (cells: readonly number[]) => {
    for (const cell of cells) left.delete(cell);
    return cells;
  };
  const special = random();
  if (special < 0.1) yield [[lots.outline(take(pick(CORNERS)))]];
  else if (special < 0.27) yield take(pick(APART)).map((cell) => [lots.outline([cell])]);
  else if (special < 0.35) yield [[lots.outline(take(pick(PAIRS)))]];
  for (const cell of left) {
    const outer = lots.outline([cell]);
    if (random() >= 0.025) {
      yield [[outer]];
      continue;
    }
    const courtyard = lots.courtyard(cell);
    yield [[outer, [...courtyard].reverse()]];
    if (random() < 0.5) yield [[courtyard]];
  }
}
