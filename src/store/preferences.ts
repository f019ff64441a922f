import type { Memory } from './browser-memory';
import type { SessionState, SessionStore } from './session-store';

const LANGUAGES: readonly SessionState['language'][] = ['zh', 'en'];
const THEMES: readonly SessionState['theme'][] = ['light', 'dark', 'auto'];

/** What a user chose in this browser before. */
export function readPreferences(memory: Memory): Partial<SessionState> {
  const language = LANGUAGES.find((each) => each === memory.get('language'));
  const theme = THEMES.find((each) => each === memory.get('theme'));
  const actor = memory.get('actor');
  const role = memory.get('role');
  const snapping = memory.get('snapping');
  return {
    ...(language ? { language } : {}),
    ...(theme ? { theme } : {}),
    ...(actor === null ? {} : { actor }),
    ...(role === null ? {} : { role }),
    ...(snapping === null ? {} : { snapping: snapping === 'on' }),
  };
}

/** Remembers what the user chooses. */
export function followPreferences(session: SessionStore, memory: Memory): () => void {
  return session.subscribe((now, before) => {
    if (now.language !== before.language) memory.set('language', now.language);
    if (now.theme !== before.theme) memory.set('theme', now.theme);
    if (now.actor !== before.actor) memory.set('actor', now.actor);
    if (now.role !== before.role) memory.set('role', now.role);
    if (now.snapping !== before.snapping) memory.set('snapping', now.snapping ? 'on' : 'off');
  });
}
