/** Rows of each list: their heights in mm, or how many of them the page shows. */
export interface PageLists<Rows> {
  readonly failed: Rows;
  readonly undecided: Rows;
  readonly clear: Rows;
}

/** What lists and places have of one page together, a list's own head and end, and the table of places; mm. */
const ROOM_MM = 164;
const LIST_MM = 16;
const PLACES_MM = 11;
const STAGE_MM = 8;

/**
 * Shares the room of one page among its lists: what failed goes first, then what cannot be told, then what is clear;
 * each list shows its first row, whatever the others need. `stages` are the rows of the table of places.
 */
export function fitRows(
  { failed, undecided, clear }: PageLists<readonly number[]>,
  stages: number,
): PageLists<number> {
  const lists = [failed, undecided, clear].filter(({ length }) => length > 0).length;
  const places = stages > 0 ? PLACES_MM + stages * STAGE_MM : 0;
  let room = ROOM_MM - places - lists * LIST_MM;
  const take = (heights: readonly number[], keptMm: number): number => {
    let rows = 0;
    for (const height of heights) {
      if (rows > 0 && height > room - keptMm) break;
      room -= height;
      rows += 1;
    }
    return rows;
  };
  const first = (heights: readonly number[]) => heights[0] ?? 0;
  const ofFailed = take(failed, first(undecided) + first(clear));
  const ofUndecided = take(undecided, first(clear));
  return { failed: ofFailed, undecided: ofUndecided, clear: take(clear, 0) };
}
