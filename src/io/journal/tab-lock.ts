import type { TabChannel } from './tab-channel';

/** One tab writes the journal; the others follow it until they are asked to take over. */
export type TabRole = 'writer' | 'follower';

export interface TabLock {
  /** Gives the role up; the next tab takes it. */
  release(): void;
}

export interface TabLockInput {
  /** Called with the first role, and again when a follower becomes the writer. */
  readonly onRole: (role: TabRole) => void;
  readonly channel: TabChannel;
  /** Absent on pages that are not served securely. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** A name that no other tab has. */
  readonly tab: string;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const LOCK_NAME = 'xuezhi-journal';

/** With Web Locks: the browser itself hands the lock on, after a crash too. */
function lockByBrowser(locks: Pick<LockManager, 'request'>, onRole: (role: TabRole) => void): TabLock {
  const leaving = new AbortController();
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const hold = (): Promise<void> => {
    if (leaving.signal.aborted) return Promise.resolve();
    onRole('writer');
    return held;
  };
  const wait = async () => {
    const first = await locks.request(LOCK_NAME, { ifAvailable: true }, async (lock) => {
      if (lock) await hold();
      return lock !== null;
    });
    if (first || leaving.signal.aborted) return;
    onRole('follower');
    await locks.request(LOCK_NAME, { signal: leaving.signal }, hold);
  };
  // Where the browser refuses locks altogether, the journal itself still refuses a second writer.
  wait().catch(() => {
    if (!leaving.signal.aborted) onRole('writer');
  });
  return {
    release() {
      leaving.abort();
      letGo();
    },
  };
}

/** How long a writer has to answer, and how often a follower asks; answers come at once, even from hidden tabs. */
const ANSWER_MS = 400;
const ASK_AGAIN_MS = 3000;

/**
 * Without Web Locks: a tab asks whether another one writes, and does so itself if none answers. Of two that ask at
 * once the one with the lesser name writes. Should two still write, the journal refuses the entries of the second.
 */
function lockByAsking({ channel, onRole, tab, sleep }: TabLockInput): TabLock {
  let role: TabRole | null = null;
  let answers = 0;
  let released = false;
  const become = (next: TabRole) => {
    if (role === next || released) return;
    role = next;
    onRole(next);
  };
  const ask = async () => {
    const before = answers;
    channel.post({ kind: 'claim', tab });
    await sleep(ANSWER_MS);
    if (answers > before) become('follower');
    else become('writer');
  };
  let asking = Promise.resolve();
  const askInTurn = () => {
    asking = asking.then(() => (role === 'writer' || released ? undefined : ask()));
  };
  const stopListening = channel.listen((message) => {
    if (message.kind === 'claim' && (role === 'writer' || (role === null && tab < message.tab))) {
      channel.post({ kind: 'held', tab });
    } else if (message.kind === 'held') answers += 1;
    else if (message.kind === 'released') askInTurn();
  });
  const keepAsking = async () => {
    askInTurn();
    await asking;
    while (!released && role !== 'writer') {
      await sleep(ASK_AGAIN_MS);
      askInTurn();
      await asking;
    }
  };
  void keepAsking();
  return {
    release() {
      released = true;
      stopListening();
      if (role === 'writer') channel.post({ kind: 'released', tab });
    },
  };
}

/** Asks for the right to write the journal. `onRole` says, soon, whether this tab has it. */
export function requestTabLock(input: TabLockInput): TabLock {
  return input.locks ? lockByBrowser(input.locks, input.onRole) : lockByAsking(input);
}
