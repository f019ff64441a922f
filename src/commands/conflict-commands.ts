import { message } from '../domain/message';
import type { AppStores } from '../store/app-stores';
import type { Command } from './command';

/** Conflicts in the order of the table, or of the analysis while no table has said. */
function orderOf({ session, analysis }: AppStores): readonly string[] {
  const { byId, analysis: computed } = analysis.getState();
  const shown =
    session.getState().conflictOrder ?? computed?.findings.map(({ conflict }) => conflict.id) ?? [];
  return shown.filter((id) => byId.has(id));
}

/** Selects the conflict so many rows away, going round at either end, and shows it on the map. */
function step(stores: AppStores, by: 1 | -1): void {
  const { session, analysis } = stores;
  const order = orderOf(stores);
  const { selection } = session.getState();
  const at = selection?.kind === 'conflict' ? order.indexOf(selection.id) : -1;
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length;
  const finding = analysis.getState().byId.get(order[next] ?? '');
  if (finding) session.select({ kind: 'conflict', id: finding.conflict.id }, { zoomTo: finding.box });
}

const stepping = (id: string, key: string, by: 1 | -1): Command => ({
  id,
  shortcuts: [{ key }],
  disabledReason: (stores) => (orderOf(stores).length > 0 ? null : message('command.no-conflicts')),
  run: (stores) => step(stores, by),
});

export const CONFLICT_COMMANDS: readonly Command[] = [
  stepping('next-conflict', 'n', 1),
  stepping('previous-conflict', 'p', -1),
];
