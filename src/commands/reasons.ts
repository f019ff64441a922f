import type { GeoFeature, LonLatBox } from '../domain/feature';
import { boxOf } from '../domain/feature';
import { isCollectionName } from '../domain/layer';
import { message, type Message } from '../domain/message';
import { featureOf, projectOf } from '../domain/plan';
import type { AppStores } from '../store/app-stores';
import { detailKey } from '../store/details-store';
import type { DrawnCollection } from '../store/session-store';

/** Why nothing can be changed: no project, or another tab writes; null if it can. */
export function cannotEdit({ plan }: AppStores): Message | null {
  const { plan: current, locked } = plan.getState();
  return locked ?? (projectOf(current) ? null : message('command.no-project'));
}

export function cannotRead({ plan }: AppStores): Message | null {
  return projectOf(plan.getState().plan) ? null : message('command.no-project');
}

/** Why a key must not lead away: the words of a decision or comment would be lost. */
export function whileWording({ session }: AppStores): Message | null {
  return session.getState().wording === null ? null : message('command.wording');
}

/** The selected school or reservation; null if something else, or nothing, is selected. */
export function selectedSite({
  plan,
  session,
}: AppStores): { collection: DrawnCollection; id: string } | null {
  const { selection } = session.getState();
  if (selection?.kind !== 'feature') return null;
  const { layer, id } = selection.ref;
  if (layer !== 'schools' && layer !== 'reservations') return null;
  return featureOf(plan.getState().plan, layer, id) ? { collection: layer, id } : null;
}

/** Around what is selected; null if nothing is, or if its place is not known yet. */
export function selectionBox({ plan, session, analysis, details }: AppStores): LonLatBox | null {
  const { selection } = session.getState();
  if (!selection) return null;
  if (selection.kind === 'conflict') return analysis.getState().byId.get(selection.id)?.box ?? null;
  const { layer, id } = selection.ref;
  let feature: GeoFeature | undefined;
  if (isCollectionName(layer)) feature = featureOf(plan.getState().plan, layer, id)?.feature;
  else {
    const detail = details.getState().features.get(detailKey(selection.ref));
    if (detail && detail !== 'loading') feature = detail;
  }
  return feature ? boxOf(feature.geometry) : null;
}
