import { describe, expect, test } from 'vitest';
import { requestTabLock, type TabRole } from '../../../../src/io/journal/tab-lock';
import { tabChannels } from '../../../builders/tab-channels';
import { webLocks } from '../../../builders/web-locks';

/** Lets everything that is due happen; a sleeping tab wakes only by `clock.pass`. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

function sleeper() {
  const waking: (() => void)[] = [];
  return {
    sleep: () => new Promise<void>((resolve) => waking.push(resolve)),
    async pass() {
      for (const wake of waking.splice(0)) wake();
      await settle();
    },
  };
}

describe.each(['with Web Locks', 'without Web Locks'])('tab lock %s', (way) => {
  function browser() {
    const locks = way === 'with Web Locks' ? webLocks() : undefined;
    const openChannel = tabChannels();
    const clock = sleeper();
    const openTab = (tab: string) => {
      const roles: TabRole[] = [];
      const channel = openChannel();
      const lock = requestTabLock({
        onRole: (role) => roles.push(role),
        channel,
        locks,
        tab,
        sleep: clock.sleep,
      });
      return { roles, release: () => lock.release() };
    };
    return { openTab, clock };
  }

  test('the first tab writes, the second follows and takes over when the first closes', async () => {
    const { openTab, clock } = browser();
    const first = openTab('b');
    await settle();
    await clock.pass();
    expect(first.roles).toEqual(['writer']);
    const second = openTab('a');
    await settle();
    await clock.pass();
    expect(second.roles).toEqual(['follower']);
    first.release();
    await settle();
    await clock.pass();
    expect(second.roles).toEqual(['follower', 'writer']);
    expect(first.roles).toEqual(['writer']);
  });

  test('of two that open at once just one writes', async () => {
    const { openTab, clock } = browser();
    const tabs = [openTab('b'), openTab('a')];
    await settle();
    await clock.pass();
    expect(tabs.flatMap(({ roles }) => roles).sort()).toEqual(['follower', 'writer']);
  });

  test('a follower that closes never writes', async () => {
    const { openTab, clock } = browser();
    const first = openTab('a');
    await settle();
    await clock.pass();
    const second = openTab('b');
    await settle();
    await clock.pass();
    second.release();
    first.release();
    await settle();
    await clock.pass();
    expect(second.roles).toEqual(['follower']);
  });
});

describe('tab lock without Web Locks', () => {
  test('a follower notices that the writer has gone without a word', async () => {
    const openChannel = tabChannels();
    const clock = sleeper();
    const roles: TabRole[][] = [[], []];
    const channels = [openChannel(), openChannel()];
    for (const [index, channel] of channels.entries()) {
      const onRole = (role: TabRole) => roles[index]!.push(role);
      requestTabLock({ onRole, channel, locks: undefined, tab: String(index), sleep: clock.sleep });
      await settle();
      await clock.pass();
    }
    expect(roles).toEqual([['writer'], ['follower']]);
    channels[0]!.close();
    await clock.pass();
    await clock.pass();
    expect(roles[1]).toEqual(['follower', 'writer']);
  });
});
