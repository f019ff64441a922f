/** Something that was done at a time (ISO 8601), with an id of its own. */
interface Dated {
  readonly id: string;
  readonly at: string;
}

/** Something to be put into a list, before another or (null) at its end. */
export interface Placed<T> {
  readonly item: T;
  readonly precedes: string | null;
}

/**
 * Where those of `theirs` that are not in `mine` belong among `mine`: by time, each side's own order kept. What both
 * have stays between what either had before and after it; at the same time mine comes first.
 */
export function placeAmong<T extends Dated>(mine: readonly T[], theirs: readonly T[]): readonly Placed<T>[] {
  const indexOf = new Map(mine.map(({ id }, index) => [id, index]));
  const shared = new Set(theirs.filter(({ id }) => indexOf.has(id)).map(({ id }) => id));
  const placed: Placed<T>[] = [];
  let at = 0;
  for (const item of theirs) {
    const known = indexOf.get(item.id);
    if (known !== undefined) {
      at = Math.max(at, known + 1);
      continue;
    }
    while (at < mine.length && !shared.has(mine[at]!.id) && !isLater(mine[at]!, item)) at += 1;
    placed.push({ item, precedes: mine[at]?.id ?? null });
  }
  return placed;
}

/** Whether `a` was done after `b`. Texts that are no times are compared as texts. */
export function isLater({ at: a }: Pick<Dated, 'at'>, { at: b }: Pick<Dated, 'at'>): boolean {
  const [left, right] = [Date.parse(a), Date.parse(b)];
  return Number.isNaN(left) || Number.isNaN(right) ? a > b : left > right;
}
