import { message, type Message } from '../domain/message';
import type { AppStores } from '../store/app-stores';
import { APPRAISAL_COMMANDS } from './appraise';
import type { Command } from './command';
import { CONFLICT_COMMANDS } from './conflict-commands';
import { DRAW_COMMANDS } from './draw-commands';
import { HISTORY_COMMANDS } from './history-commands';
import { PROJECT_COMMANDS } from './project-commands';
import { REPORT_COMMANDS } from './report-commands';
import { REVIEW_COMMANDS } from './review-commands';
import { VIEW_COMMANDS } from './view-commands';

/** Everything that a user can do by menu, button or key. */
export const COMMANDS: readonly Command[] = [
  ...HISTORY_COMMANDS,
  ...PROJECT_COMMANDS,
  ...DRAW_COMMANDS,
  ...CONFLICT_COMMANDS,
  ...REVIEW_COMMANDS,
  ...APPRAISAL_COMMANDS,
  ...REPORT_COMMANDS,
  ...VIEW_COMMANDS,
];

const BY_ID: ReadonlyMap<string, Command> = new Map(COMMANDS.map((command) => [command.id, command]));

/** Throws for an id that no command has: that is a mistake of the program, not of the user. */
export function commandById(id: string): Command {
  const command = BY_ID.get(id);
  if (!command) throw new Error(`there is no command ${id}`);
  return command;
}

/** Runs a command unless it cannot be done now, and tells of what goes wrong. The value is why it was not done. */
export async function runCommand(command: Command, stores: AppStores): Promise<Message | null> {
  const reason = command.disabledReason(stores);
  if (reason) return reason;
  try {
    await command.run(stores);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    stores.session.notify('error', message('command.failed', { command: command.id, detail }));
  }
  return null;
}
