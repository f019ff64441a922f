import type { Plan } from '../../domain/plan';
import { apply, invert, misfit } from '../../domain/plan-diff';
import type { JournalEntry } from '../../io/journal/journal';
import { readEntry } from '../../io/journal/jsonl';
import type { ProjectContext } from '../project/project-context';

/** Everything that the open project's journal tells, from before it was opened here and since. */
export function allEntries({
  current,
  autosave,
}: Pick<ProjectContext, 'current' | 'autosave'>): JournalEntry[] {
  return [...entriesIn(current.rest.journal), ...autosave.entries()];
}

/** The entries of a journal's text, up to the first line that is none. */
export function entriesIn(text: string): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const line of text.split('\n')) {
    const entry = line === '' ? null : readEntry(line);
    if (!entry) break;
    entries.push(entry);
  }
  return entries;
}

/**
 * The plan as it was after entry `seq` (0: before the first), by taking back what came later; null where an entry does
 * not fit, as when the project's files were edited without the journal.
 */
export function planAt(plan: Plan, entries: readonly JournalEntry[], seq: number): Plan | null {
  let earlier = plan;
  for (const entry of [...entries].reverse()) {
    if (entry.seq <= seq) break;
    const back = invert(entry.diff);
    if (misfit(earlier, back) !== null) return null;
    earlier = apply(earlier, back);
  }
  return earlier;
}
