import type { FeatureRef } from '../domain/conflict';
import type { FeatureGeometry } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import { message, type Message } from '../domain/message';
import { geometryFault } from '../domain/operations/geometry-fault';
import { err, ok, type Result } from '../domain/result';
import type { AppStores } from '../store/app-stores';
import type { DrawnLayer } from '../store/session-store';
import type { Command } from './command';
import { createSite } from './edit';
import { cannotRead } from './reasons';

/** What the hand drew, or coordinates said. */
export interface DrawnThing {
  readonly collection: DrawnLayer;
  readonly geometry: FeatureGeometry;
  readonly properties: JsonObject;
}

/** Puts what was drawn where it belongs: a site into the plan, a proposal under appraisal. Told where it cannot be. */
export function placeDrawn(stores: AppStores, drawn: DrawnThing): Result<unknown, Message> {
  const { collection, geometry, properties } = drawn;
  return collection === 'parcels'
    ? appraiseProposal(stores, geometry, properties)
    : createSite(stores, { collection, geometry, properties });
}

/** Shows a parcel's appraisal, and the parcel if it is not on the map already. */
export function appraiseParcel(
  { appraisal, session }: AppStores,
  id: string,
  options: { readonly zoom?: boolean } = {},
): void {
  appraisal.open({ kind: 'parcel', id }, options);
  session.setState({ panel: 'appraisal' });
}

/** Shows the appraisal of land that is not in the plan; properties left empty are left out. */
export function appraiseProposal(
  { appraisal, session }: AppStores,
  geometry: FeatureGeometry,
  properties: JsonObject,
): Result<null, Message> {
  const fault = geometryFault('parcels', geometry);
  if (fault) {
    session.notify('error', fault);
    return err(fault);
  }
  const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== ''));
  appraisal.open({ kind: 'proposal', feature: { type: 'Feature', geometry, properties: given } });
  session.setState({ panel: 'appraisal' });
  return ok(null);
}

/** The parcel that is selected, or that the selected conflict is about; null where there is none. */
function selectedParcel({ session, analysis }: AppStores): string | null {
  const { selection } = session.getState();
  if (!selection) return null;
  const refs: readonly FeatureRef[] =
    selection.kind === 'feature' ? [selection.ref] : conflictRefs(analysis.getState(), selection.id);
  return refs.find(({ layer }) => layer === 'parcels')?.id ?? null;
}

function conflictRefs({ byId }: ReturnType<AppStores['analysis']['getState']>, id: string): FeatureRef[] {
  const conflict = byId.get(id)?.conflict;
  return conflict ? [conflict.object, conflict.subject] : [];
}

function noAppraisal({ appraisal }: AppStores): Message | null {
  return appraisal.getState().appraisal ? null : message('command.no-appraisal');
}

export const APPRAISAL_COMMANDS: readonly Command[] = [
  {
    id: 'appraise',
    shortcuts: [{ key: 'q' }],
    disabledReason: (stores) =>
      cannotRead(stores) ?? (selectedParcel(stores) === null ? message('command.no-parcel-selected') : null),
    run(stores) {
      const id = selectedParcel(stores);
      if (id !== null) appraiseParcel(stores, id);
    },
  },
  {
    id: 'print-appraisal',
    shortcuts: [],
    disabledReason: noAppraisal,
    run({ session }) {
      session.setState({ panel: 'appraisal' });
      // The page to be printed is drawn with the panel.
      requestAnimationFrame(() => window.print());
    },
  },
  {
    id: 'keep-proposal',
    shortcuts: [],
    disabledReason: (stores) =>
      stores.appraisal.getState().target?.kind === 'proposal' ? null : message('command.no-proposal'),
    run: ({ appraisal }) => appraisal.keepAsFile(),
  },
];
