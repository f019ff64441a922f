import { message, type Message } from '../domain/message';
import type { AppStores } from '../store/app-stores';
import type { Command } from './command';
import { cannotRead } from './reasons';

/** What is computed must be there to be reported. */
function cannotReport(stores: AppStores): Message | null {
  const missing = stores.analysis.getState().analysis === null;
  return cannotRead(stores) ?? (missing ? message('command.not-computed') : null);
}

function selectedConflict({ session }: AppStores): string | null {
  const { selection } = session.getState();
  return selection?.kind === 'conflict' ? selection.id : null;
}

export const REPORT_COMMANDS: readonly Command[] = [
  {
    id: 'report-review',
    shortcuts: [],
    disabledReason: cannotReport,
    run: ({ session }) => session.setState({ dialog: { kind: 'report' } }),
  },
  {
    // A sheet to print: as PDF, for the office itself, in the language of the page.
    id: 'report-conflict',
    shortcuts: [],
    disabledReason: (stores) =>
      cannotReport(stores) ??
      (selectedConflict(stores) === null ? message('command.no-conflict-selected') : null),
    run: async (stores) => {
      const conflict = selectedConflict(stores);
      if (conflict === null) return;
      await stores.project.report({
        kind: 'conflict',
        format: 'pdf',
        audience: 'internal',
        language: stores.session.getState().language,
        conflicts: [conflict],
      });
    },
  },
];
