import type { Memory } from './browser-memory';
import type { SessionStore } from './session-store';

const NAME = 'classified-notice';

/** Says, once in this browser, that no classified data may be brought in: when a user opens data of their own. */
export function showClassifiedNotice({ session, memory }: { session: SessionStore; memory: Memory }): void {
  if (memory.get(NAME) !== null) return;
  memory.set(NAME, 'shown');
  session.setState({ dialog: { kind: 'classified-notice' } });
}
