import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Shortcut } from '../../commands/command';
import { commandById, runCommand } from '../../commands/commands';
import type { SessionState } from '../../store/session-store';
import { useStores } from './stores-context';
import { useText } from './use-text';

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A shortcut as it is written on keys. */
export function keysOf({ key, mod, shift, alt }: Shortcut): string[] {
  const modifiers = [
    mod && (IS_MAC ? '⌘' : 'Ctrl'),
    alt && (IS_MAC ? '⌥' : 'Alt'),
    shift && (IS_MAC ? '⇧' : 'Shift'),
  ];
  const name = key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1);
  return [...modifiers.filter((part) => typeof part === 'string'), name];
}

/** What of the session decides whether a command can be run, and on what. */
function deciding(session: SessionState) {
  const { selection, tool, sketch, sketchControl, conflictOrder, dialog } = session;
  const { actor, role, reviewing, wording } = session;
  return { selection, tool, sketch, sketchControl, conflictOrder, dialog, actor, role, reviewing, wording };
}

export interface CommandState {
  readonly label: string;
  /** Label, what it is about, and its keys: for tooltips. */
  readonly tooltip: string;
  readonly keys: string | null;
  /** Why it cannot be done now. */
  readonly disabled: string | null;
  readonly run: () => void;
}

/** A command by its id as a control needs it, followed through every store that it may look at. */
export function useCommand(id: string): CommandState {
  const stores = useStores();
  const { t, say } = useText();
  useStore(stores.plan);
  // Not the whole of it: the pointer's place changes with every move of the mouse.
  useStore(stores.session, useShallow(deciding));
  useStore(stores.project);
  useStore(stores.analysis, (state) => state.analysis);
  useStore(stores.review);
  useStore(stores.appraisal);
  const command = commandById(id);
  const [shortcut] = command.shortcuts;
  const keys = shortcut ? keysOf(shortcut).join('+') : null;
  const about = command.about?.(stores) ?? null;
  const reason = command.disabledReason(stores);
  const label = t(`command.${id}`);
  const words = about ? t('command.about-it', { label, about: say(about) }) : label;
  return {
    label: words,
    tooltip: [words, keys, reason ? say(reason) : null].filter((part) => part !== null).join(' · '),
    keys,
    disabled: reason ? say(reason) : null,
    run: () => void runCommand(command, stores),
  };
}
