import type { JournalEntry } from '../io/journal/journal';
import { nextTurn } from '../io/import/next-turn';
import { atOnce, oneSlice } from './in-slices';

/** Journal entries made one after another, as each is bound to the one before. */
interface EntryMaker {
  /** Makes an entry by steps: a small one at once, a large one (`later`) while the page has its turns. */
  add(steps: () => Generator<void, JournalEntry>, later: boolean): void;
  /** Makes all that are under way at once. */
  finish(): void;
}

interface Making {
  readonly start: () => Generator<void, JournalEntry>;
  job: Generator<void, JournalEntry> | null;
}

export function createEntryMaker(
  onMade: (entry: JournalEntry) => void,
  onFault: (error: unknown) => void,
): EntryMaker {
  const waiting: Making[] = [];
  let running = false;

  /** Goes on with the first that waits; whether it came to an end. */
  const step = (
    run: (job: Generator<void, JournalEntry>) => { readonly value: JournalEntry } | null,
  ): boolean => {
    const first = waiting[0]!;
    try {
      first.job ??= first.start();
      const done = run(first.job);
      if (!done) return false;
      waiting.shift();
      onMade(done.value);
    } catch (error) {
      waiting.shift();
      onFault(error);
    }
    return true;
  };

  const run = async () => {
    running = true;
    while (waiting.length > 0) {
      if (step(oneSlice)) continue;
      // Whoever cannot wait may have made the entry meanwhile.
      await nextTurn();
    }
    running = false;
  };

  return {
    add(start, later) {
      waiting.push({ start, job: null });
      if (running) return;
      if (later) void nextTurn().then(() => (running ? undefined : run()));
      else void run();
    },
    finish() {
      while (waiting.length > 0) step((job) => ({ value: atOnce(job) }));
    },
  };
}
