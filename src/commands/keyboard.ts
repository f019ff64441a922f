import type { AppStores } from '../store/app-stores';
import type { Command, Shortcut } from './command';
import { COMMANDS, runCommand } from './commands';

/** What of a KeyboardEvent is looked at. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** Chrome gives this code to every key that goes to an input method. */
const COMPOSING_KEY_CODE = 229;

/** Keys that, with Ctrl or ⌘, edit the text of a field. */
const TEXT_KEYS = ['z', 'y', 'x', 'c', 'v', 'a'];

/** Input elements that take no text. */
const TEXTLESS_INPUTS = ['button', 'checkbox', 'radio', 'range', 'color', 'file', 'submit', 'reset', 'image'];

function isLetterOrDigit(key: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(key);
}

/** Whether a key press is that shortcut. A sign such as `?` needs Shift on one keyboard and not on another. */
export function matches(
  press: KeyPress,
  { key, mod = false, shift = false, alt = false }: Shortcut,
): boolean {
  if (press.isComposing || press.keyCode === COMPOSING_KEY_CODE) return false;
  const pressed = press.key.toLowerCase();
  const minds = key.length > 1 || isLetterOrDigit(key);
  return (
    pressed === key &&
    (press.ctrlKey || press.metaKey) === mod &&
    press.altKey === alt &&
    (!minds || press.shiftKey === shift)
  );
}

/** Where a key was pressed: in a field for text, on a control that Enter activates, or elsewhere. */
export type KeyPlace = 'text' | 'control' | 'other';

export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.isContentEditable || target.matches('textarea, select')) return 'text';
  if (target instanceof HTMLInputElement) return TEXTLESS_INPUTS.includes(target.type) ? 'control' : 'text';
  return target.closest(
    'button, a[href], summary, [role="button"], [role="tab"], [role="menuitem"], [role="option"], [role="row"]',
  )
    ? 'control'
    : 'other';
}

/** The command of a key press; null if there is none, or if the key means something where it was pressed. */
export function commandFor(press: KeyPress, place: KeyPlace): Command | null {
  const mod = press.ctrlKey || press.metaKey;
  const key = press.key.toLowerCase();
  if (place === 'text' && (!mod || TEXT_KEYS.includes(key))) return null;
  if (place === 'control' && (key === 'enter' || key === ' ')) return null;
  return COMMANDS.find(({ shortcuts }) => shortcuts.some((shortcut) => matches(press, shortcut))) ?? null;
}

/** Has keys run commands. A dialog has the keys to itself while it is open. Gives what ends it. */
export function followKeyboard(target: EventTarget, stores: AppStores): () => void {
  const onKeyDown = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
    if (stores.session.getState().dialog) return;
    const command = commandFor(event, placeOf(event.target));
    if (!command) return;
    const hasMod = event.ctrlKey || event.metaKey;
    // Ctrl+S must never reach the browser; a plain key that does nothing here may do something there.
    if (!hasMod && command.disabledReason(stores)) return;
    event.preventDefault();
    if (event.repeat && command.id !== 'undo' && command.id !== 'redo') return;
    void runCommand(command, stores);
  };
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}
