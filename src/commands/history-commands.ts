import { message } from '../domain/message';
import type { AppStores } from '../store/app-stores';
import type { Command } from './command';
import { cannotRead } from './reasons';

/** While a site is drawn, undo and redo are about its vertices. */
function isDrawing({ session }: AppStores): boolean {
  const { tool, sketchControl } = session.getState();
  return tool.mode === 'draw' && sketchControl !== null;
}

function hasVertices({ session }: AppStores): boolean {
  return (session.getState().sketch?.vertices ?? 0) > 0;
}

function tell({ session }: AppStores, done: ReturnType<AppStores['plan']['undo']>): void {
  if (!done.ok) session.notify('warning', done.error);
}

const undo: Command = {
  id: 'undo',
  about: (stores) =>
    isDrawing(stores) && hasVertices(stores)
      ? message('command.undo.vertex')
      : (stores.plan.getState().history.past.at(-1)?.label ?? null),
  shortcuts: [{ key: 'z', mod: true }],
  disabledReason(stores) {
    if (isDrawing(stores) && hasVertices(stores)) return null;
    const { history, locked } = stores.plan.getState();
    return locked ?? (history.past.length > 0 ? null : message('history.nothing-to-undo'));
  },
  run(stores) {
    if (isDrawing(stores) && hasVertices(stores)) stores.session.getState().sketchControl?.undoVertex();
    else tell(stores, stores.plan.undo(stores.session.getState().actor));
  },
};

const redo: Command = {
  id: 'redo',
  about: (stores) => (isDrawing(stores) ? null : (stores.plan.getState().history.future[0]?.label ?? null)),
  shortcuts: [
    { key: 'y', mod: true },
    { key: 'z', mod: true, shift: true },
  ],
  disabledReason(stores) {
    if (isDrawing(stores)) return null;
    const { history, locked } = stores.plan.getState();
    return locked ?? (history.future.length > 0 ? null : message('history.nothing-to-redo'));
  },
  run(stores) {
    if (isDrawing(stores)) stores.session.getState().sketchControl?.redoVertex();
    else tell(stores, stores.plan.redo(stores.session.getState().actor));
  },
};

const history: Command = {
  id: 'history',
  shortcuts: [{ key: 'h' }],
  disabledReason: cannotRead,
  run: ({ session }) => session.setState({ dialog: { kind: 'history' } }),
};

export const HISTORY_COMMANDS: readonly Command[] = [undo, redo, history];
