/**
 * Runs one asynchronous question at a time. Asked while one is under way, it keeps only the newest question and
 * runs that next; answers to questions that were overtaken by `drop` are not given.
 */
interface LatestWins<Question> {
  ask(question: Question): void;
  /** Forgets what waits and what is under way. */
  drop(): void;
}

export function latestWins<Question, Answer>(
  run: (question: Question) => Promise<Answer>,
  give: (answer: Answer, question: Question) => void,
  fail: (error: unknown) => void,
): LatestWins<Question> {
  let waiting: { readonly question: Question } | null = null;
  let running = false;
  let generation = 0;

  const next = async () => {
    while (waiting) {
      const { question } = waiting;
      const asked = generation;
      waiting = null;
      try {
        const answer = await run(question);
        if (asked === generation) give(answer, question);
      } catch (error) {
        if (asked === generation) fail(error);
      }
    }
    running = false;
  };

  return {
    ask(question) {
      waiting = { question };
      if (running) return;
      running = true;
      void next();
    },
    drop() {
      waiting = null;
      generation += 1;
    },
  };
}
