import type { TabChannel, TabMessage } from '../../src/io/journal/tab-channel';

/** Channels that hear each other at once, as tabs of one browser do. */
export function tabChannels(): () => TabChannel {
  const listeners = new Map<TabChannel, Set<(message: TabMessage) => void>>();
  return () => {
    const own = new Set<(message: TabMessage) => void>();
    const channel: TabChannel = {
      post(message) {
        for (const [other, heard] of listeners) {
          if (other !== channel) for (const listener of Array.from(heard)) listener(structuredClone(message));
        }
      },
      listen(listener) {
        own.add(listener);
        return () => own.delete(listener);
      },
      close: () => listeners.delete(channel),
    };
    listeners.set(channel, own);
    return channel;
  };
}
