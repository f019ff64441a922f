/** How many rows of each list the page shows. */
export interface PageRows {
  readonly failed: number;
  readonly undecided: number;
  readonly clear: number;
}

/** Lines that the lists of one page have together, and lines of one row of each list. */
const PAGE_LINES = 34;
const FAILED_LINES = 2;
const OTHER_LINES = 1.5;

/** Every list that has rows shows some, whatever the others need. */
const LEAST_OTHER = 2;

/** Shares the room of one page among its lists: what failed goes first, then what cannot be told, then what is clear. */
export function fitRows({ failed, undecided, clear }: PageRows): PageRows {
  const least = (count: number) => Math.min(count, LEAST_OTHER) * OTHER_LINES;
  let lines = PAGE_LINES;
  const take = (count: number, linesEach: number, kept: number): number => {
    const rows = Math.min(count, Math.max(0, Math.floor((lines - kept) / linesEach)));
    lines -= rows * linesEach;
    return rows;
  };
  const ofFailed = take(failed, FAILED_LINES, least(undecided) + least(clear));
  const ofUndecided = take(undecided, OTHER_LINES, least(clear));
  return { failed: ofFailed, undecided: ofUndecided, clear: take(clear, OTHER_LINES, 0) };
}
