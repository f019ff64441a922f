/** How many rows of each list the page shows. */
export interface PageRows {
  readonly failed: number;
  readonly undecided: number;
  readonly clear: number;
}

/** What the lists have of one page beside head, sketch, places and foot, and what they take of it; mm. */
const ROOM_MM = 122;
const LIST_MM = 15;
const FAILED_MM = 11.5;
const OTHER_MM = 9.5;

/** Every list that has rows shows one, whatever the others need. */
const LEAST = 1;

/** Shares the room of one page among its lists: what failed goes first, then what cannot be told, then what is clear. */
export function fitRows({ failed, undecided, clear }: PageRows): PageRows {
  const lists = [failed, undecided, clear].filter((count) => count > 0).length;
  let room = ROOM_MM - lists * LIST_MM;
  const least = (count: number) => Math.min(count, LEAST) * OTHER_MM;
  const take = (count: number, eachMm: number, keptMm: number): number => {
    const rows = Math.min(count, Math.floor((room - keptMm) / eachMm));
    room -= rows * eachMm;
    return rows;
  };
  const ofFailed = take(failed, FAILED_MM, least(undecided) + least(clear));
  const ofUndecided = take(undecided, OTHER_MM, least(clear));
  return { failed: ofFailed, undecided: ofUndecided, clear: take(clear, OTHER_MM, 0) };
}
