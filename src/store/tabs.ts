import { message, type Message } from '../domain/message';
import type { JournalDb } from '../io/journal/journal-db';
import type { TabChannel, TabMessage } from '../io/journal/tab-channel';
import type { TabLock, TabLockInput } from '../io/journal/tab-lock';
import type { Autosave } from './autosave';
import { failureOf } from './engine-port';
import type { PlanStore } from './plan-store';

export interface TabsDeps {
  readonly plan: PlanStore;
  readonly autosave: Autosave;
  readonly db: JournalDb | null;
  readonly channel: TabChannel;
  readonly requestLock: (onRole: TabLockInput['onRole']) => TabLock;
  /** Reads the latest work of the journal again; false if there is none. */
  readonly reload: () => Promise<boolean>;
  readonly onTakeover: () => void;
  readonly onFailure: (failure: Message) => void;
}

export interface Tabs {
  /** Resolves when it is known whether this tab writes. */
  readonly ready: Promise<void>;
  /** Resolves when everything heard so far is done. */
  idle(): Promise<void>;
  stop(): void;
}

/**
 * One tab writes; the others are locked, do what it does, and take over when it closes. Where nothing is kept there
 * is nothing to share, and every tab is on its own.
 */
export function startTabs(deps: TabsDeps): Tabs {
  const { plan, autosave, db, channel } = deps;
  if (!db) {
    autosave.setWriting(true);
    return { ready: Promise.resolve(), idle: () => Promise.resolve(), stop: () => undefined };
  }
  let role: 'writer' | 'follower' | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (job: () => unknown) => {
    last = last.then(job).catch((error: unknown) => deps.onFailure(failureOf(error, 'journal.read-failed')));
  };

  const follow = (news: TabMessage) => {
    if (role !== 'follower') return undefined;
    if (news.kind === 'work') return deps.reload();
    if (news.kind !== 'entry') return undefined;
    const { entry, work } = news;
    const head = autosave.head();
    if (work === autosave.work() && entry.seq <= head.seq) return undefined;
    const fits = work === autosave.work() && entry.seq === head.seq + 1 && entry.prevHash === head.hash;
    if (!fits || !plan.follow(entry, entry.actor).ok) return deps.reload();
    autosave.note(entry);
    return undefined;
  };

  /** What the former writer wrote and this tab has not heard of. */
  const catchUp = async () => {
    const latest = await db.list();
    const work = autosave.work();
    const behind =
      latest[0] && (latest[0].id !== work || (await db.entriesAfter(work, autosave.head().seq)).length > 0);
    if (behind) await deps.reload();
  };

  let known: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    known = resolve;
  });
  const lock = deps.requestLock((next) => {
    const takesOver = role === 'follower' && next === 'writer';
    if (next === 'follower') {
      role = next;
      plan.lock(message('tab.following'));
      autosave.setWriting(false);
    } else if (!takesOver) {
      role = next;
      autosave.setWriting(true);
    } else {
      inTurn(async () => {
        await catchUp();
        role = next;
        autosave.setWriting(true);
        plan.lock(null);
        deps.onTakeover();
      });
    }
    known();
  });
  const stopListening = channel.listen((news) => inTurn(() => follow(news)));

  return {
    ready,
    async idle() {
      await last;
    },
    stop() {
      stopListening();
      lock.release();
    },
  };
}
