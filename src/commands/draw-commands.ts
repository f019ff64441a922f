import type { JsonObject } from '../domain/json';
import { message } from '../domain/message';
import type { AppStores } from '../store/app-stores';
import { SELECT_TOOL, type DrawnLayer } from '../store/session-store';
import type { Command } from './command';
import { deleteSites } from './edit';
import { cannotEdit, cannotRead, selectedSite } from './reasons';

/** What a site or proposal is until the user says otherwise. */
export const FIRST_PROPERTIES: Readonly<Record<DrawnLayer, JsonObject>> = {
  schools: { stage: 'primary', status: 'planned' },
  reservations: { purpose: 'expansion', status: 'planned' },
  parcels: { kind: 'proposal', codeScheme: 'MNR2023' },
};

const draws =
  (collection: DrawnLayer, shape: 'point' | 'polygon'): Command['run'] =>
  ({ session }) =>
    session.setState({ tool: { mode: 'draw', collection, shape, properties: FIRST_PROPERTIES[collection] } });

function noSite(stores: AppStores) {
  return cannotEdit(stores) ?? (selectedSite(stores) ? null : message('command.no-site-selected'));
}

/** Gives up the innermost thing in hand: the sketch, then the tool, then the selection. */
function cancel({ session }: AppStores): void {
  const { tool, sketch, sketchControl } = session.getState();
  if (sketchControl && sketch && sketch.vertices > 0) sketchControl.cancel();
  else if (tool.mode !== 'select') session.setState({ tool: SELECT_TOOL });
  else session.select(null);
}

export const DRAW_COMMANDS: readonly Command[] = [
  {
    id: 'draw-school-point',
    shortcuts: [{ key: 'd' }],
    disabledReason: cannotEdit,
    run: draws('schools', 'point'),
  },
  {
    id: 'draw-school-polygon',
    shortcuts: [{ key: 'd', shift: true }],
    disabledReason: cannotEdit,
    run: draws('schools', 'polygon'),
  },
  {
    id: 'draw-reservation',
    shortcuts: [{ key: 'r' }],
    disabledReason: cannotEdit,
    run: draws('reservations', 'polygon'),
  },
  {
    id: 'draw-proposal',
    shortcuts: [{ key: 'q', shift: true }],
    disabledReason: cannotRead,
    run: draws('parcels', 'polygon'),
  },
  {
    id: 'edit-geometry',
    shortcuts: [{ key: 'e' }],
    disabledReason: noSite,
    run(stores) {
      const site = selectedSite(stores);
      if (site) stores.session.setState({ tool: { mode: 'edit', ...site } });
    },
  },
  {
    id: 'delete-selection',
    shortcuts: [{ key: 'delete' }, { key: 'backspace' }],
    disabledReason: noSite,
    run(stores) {
      const site = selectedSite(stores);
      if (site) deleteSites(stores, [site]);
    },
  },
  {
    id: 'finish-sketch',
    shortcuts: [{ key: 'enter' }],
    disabledReason: ({ session }) => (session.getState().sketchControl ? null : message('command.no-sketch')),
    run: ({ session }) => session.getState().sketchControl?.finish(),
  },
  {
    id: 'cancel',
    shortcuts: [{ key: 'escape' }],
    disabledReason({ session }) {
      const { tool, selection } = session.getState();
      return tool.mode !== 'select' || selection ? null : message('command.nothing-to-cancel');
    },
    run: cancel,
  },
  {
    id: 'coordinates',
    shortcuts: [{ key: 'c' }],
    disabledReason: cannotEdit,
    run: ({ session }) => session.setState({ dialog: { kind: 'coordinates' } }),
  },
  {
    id: 'toggle-snapping',
    shortcuts: [{ key: 's' }],
    disabledReason: () => null,
    run: ({ session }) => session.setState(({ snapping }) => ({ snapping: !snapping })),
  },
];
