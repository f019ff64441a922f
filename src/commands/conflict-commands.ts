import { message } from '../domain/message';
import type { AppStores } from '../store/app-stores';
import type { Command, Shortcut } from './command';
import { whileWording } from './reasons';
import { reviewBox } from './review-box';

/** Conflicts in the order of the table, or of the analysis while no table has said; some may be gone. */
function orderOf({ session, analysis }: AppStores): readonly string[] {
  const { analysis: computed } = analysis.getState();
  return session.getState().conflictOrder ?? computed?.findings.map(({ conflict }) => conflict.id) ?? [];
}

/** Selects the conflict so many rows away, going round at either end, and shows it on the map. */
function step(stores: AppStores, by: 1 | -1): void {
  const { session, analysis, plan } = stores;
  const { byId } = analysis.getState();
  const order = orderOf(stores);
  const { selection, reviewing } = session.getState();
  let at = selection?.kind === 'conflict' ? order.indexOf(selection.id) : -1;
  if (at < 0 && by < 0) at = 0;
  for (let left = order.length; left > 0; left--) {
    at = (at + by + order.length) % order.length;
    const finding = byId.get(order[at] ?? '');
    if (!finding) continue;
    const zoomTo = reviewing ? reviewBox(plan.getState().plan, finding) : finding.box;
    session.select({ kind: 'conflict', id: finding.conflict.id }, { zoomTo });
    return;
  }
}

function hasConflicts(stores: AppStores): boolean {
  const { byId } = stores.analysis.getState();
  const { conflictOrder } = stores.session.getState();
  return conflictOrder === null ? byId.size > 0 : conflictOrder.some((id) => byId.has(id));
}

const stepping = (id: string, shortcuts: readonly Shortcut[], by: 1 | -1): Command => ({
  id,
  shortcuts,
  disabledReason: (stores) =>
    whileWording(stores) ?? (hasConflicts(stores) ? null : message('command.no-conflicts')),
  run: (stores) => step(stores, by),
});

export const CONFLICT_COMMANDS: readonly Command[] = [
  stepping('next-conflict', [{ key: 'n' }, { key: 'j' }], 1),
  stepping('previous-conflict', [{ key: 'p' }, { key: 'k' }], -1),
];
