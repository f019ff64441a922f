import { message, type Message } from '../domain/message';
import type { AppStores } from '../store/app-stores';
import { EXPORT_KINDS, type ExportKind } from '../store/project-session';
import type { Dialog } from '../store/session-store';
import type { Command } from './command';
import { cannotEdit, cannotRead } from './reasons';

/** The project that opens when there is no other. */
export const SAMPLE_ID = 'jiangcheng';

/** Another project would take the place of this one: only the tab that writes may do that. */
function cannotOpen({ plan, project }: AppStores): Message | null {
  return (
    plan.getState().locked ?? (project.getState().status === 'opening' ? message('command.opening') : null)
  );
}

function cannotSave(stores: AppStores): Message | null {
  const isFolder = stores.project.getState().home.kind === 'folder';
  return isFolder ? cannotEdit(stores) : cannotRead(stores);
}

/** What is computed must be there to be exported. */
function cannotExport(kind: ExportKind): Command['disabledReason'] {
  const isComputed = kind !== 'project' && kind !== 'schools' && kind !== 'reservations';
  return (stores) => {
    const missing = isComputed && stores.analysis.getState().analysis === null;
    return cannotRead(stores) ?? (missing ? message('command.not-computed') : null);
  };
}

const shows =
  (dialog: Dialog): Command['run'] =>
  ({ session }) =>
    session.setState({ dialog });

const exports = EXPORT_KINDS.map((kind): Command => ({
  id: `export-${kind}`,
  shortcuts: [],
  disabledReason: cannotExport(kind),
  run: ({ project }) => project.exportAs(kind),
}));

export const PROJECT_COMMANDS: readonly Command[] = [
  {
    id: 'open',
    shortcuts: [{ key: 'o', mod: true }],
    disabledReason: cannotOpen,
    run: shows({ kind: 'open' }),
  },
  {
    id: 'open-folder',
    shortcuts: [],
    disabledReason: (stores) =>
      cannotOpen(stores) ?? (stores.project.canOpenFolder ? null : message('command.no-folders')),
    run: ({ project }) => project.openFolder(),
  },
  {
    id: 'open-sample',
    shortcuts: [],
    disabledReason: cannotOpen,
    run: ({ project }) => project.openSample(SAMPLE_ID),
  },
  { id: 'new-project', shortcuts: [], disabledReason: cannotOpen, run: shows({ kind: 'open' }) },
  {
    id: 'save',
    shortcuts: [{ key: 's', mod: true }],
    disabledReason: cannotSave,
    run: ({ project }) => project.save(),
  },
  {
    id: 'import',
    shortcuts: [{ key: 'i', mod: true }],
    disabledReason: cannotEdit,
    run: shows({ kind: 'import' }),
  },
  {
    id: 'export',
    shortcuts: [{ key: 'e', mod: true }],
    disabledReason: cannotRead,
    run: shows({ kind: 'export' }),
  },
  ...exports,
  {
    id: 'project-info',
    shortcuts: [],
    disabledReason: cannotEdit,
    run: shows({ kind: 'project' }),
  },
  {
    id: 'targets',
    shortcuts: [{ key: 'g' }],
    disabledReason: cannotEdit,
    run: shows({ kind: 'targets' }),
  },
];
