import type { JournalEntry } from './journal';

/** What the tabs of one browser tell each other. */
export type TabMessage =
  /** A new base was written: read it. */
  | { readonly kind: 'work'; readonly work: number }
  | { readonly kind: 'entry'; readonly work: number; readonly entry: JournalEntry }
  /** May I write? (where the browser has no Web Locks) */
  | { readonly kind: 'claim'; readonly tab: string }
  /** No: `tab` writes. */
  | { readonly kind: 'held'; readonly tab: string }
  /** The writer has closed. */
  | { readonly kind: 'released'; readonly tab: string };

/** A message to one's own tab is never heard. */
export interface TabChannel {
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): () => void;
  close(): void;
}

export function openTabChannel(name = 'xuezhi'): TabChannel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      const heard = (event: MessageEvent<TabMessage>) => listener(event.data);
      channel.addEventListener('message', heard);
      return () => channel.removeEventListener('message', heard);
    },
    close: () => channel.close(),
  };
}
