import type { Message } from '../domain/message';
import type { AppStores } from '../store/app-stores';

/** A key with its modifiers; `mod` is Ctrl, or ⌘ on a Mac. `key` as in KeyboardEvent.key, lower case. */
export interface Shortcut {
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/**
 * Something that a user can do, apart from how: menu, button, key and test run the same command. Its label and
 * description are in `i18n` under `command.<id>`.
 */
export interface Command {
  readonly id: string;
  /** What the label says besides, e.g. what would be undone. */
  readonly about?: (stores: AppStores) => Message | null;
  readonly shortcuts: readonly Shortcut[];
  /** Why it cannot be done now; null if it can. Shown on the disabled control. */
  readonly disabledReason: (stores: AppStores) => Message | null;
  readonly run: (stores: AppStores) => void | Promise<void>;
}
