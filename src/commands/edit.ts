import type { JsonObject, JsonValue } from '../domain/json';
import { textOf, type FeatureGeometry } from '../domain/feature';
import type { CollectionName, LayerName } from '../domain/layer';
import { message, type Message } from '../domain/message';
import type { Operation } from '../domain/operation';
import { createSite as createSiteOperation } from '../domain/operations/create-site';
import { deleteFeatures } from '../domain/operations/delete-features';
import { moveSite as moveSiteOperation } from '../domain/operations/move-site';
import { nextId } from '../domain/operations/next-id';
import { removeLayer as removeLayerOperation } from '../domain/operations/remove-layer';
import { replaceGeometry } from '../domain/operations/replace-geometry';
import {
  setProjectInfo as setProjectInfoOperation,
  type SetProjectInfoInput,
} from '../domain/operations/set-project-info';
import { setProperties } from '../domain/operations/set-properties';
import { setTargets as setTargetsOperation } from '../domain/operations/set-targets';
import { featureOf } from '../domain/plan';
import { err, ok, type Result } from '../domain/result';
import type { Target } from '../domain/target';
import type { AppStores } from '../store/app-stores';
import type { DrawnCollection } from '../store/session-store';

export interface SiteRef {
  readonly collection: CollectionName;
  readonly id: string;
}

/**
 * Runs an operation on the plan and, if it is accepted, makes it one transaction of the user with that label. A
 * refusal is told to the user, and given back. The value is the plan's revision.
 */
export function edit<I>(
  stores: AppStores,
  operation: Operation<I>,
  input: I,
  label: Message,
): Result<number, Message> {
  const { plan, session } = stores;
  const diff = operation(plan.getState().plan, input);
  const done = diff.ok ? plan.transact(diff.value, { label, actor: session.getState().actor }) : diff;
  if (!done.ok) session.notify('error', done.error);
  return done;
}

function nameOf({ plan }: AppStores, { collection, id }: SiteRef): string {
  const record = featureOf(plan.getState().plan, collection, id);
  return (record && textOf(record.feature, 'name')) ?? id;
}

/** Adds a school or reservation and selects it; properties left empty are left out. The value is its id. */
export function createSite(
  stores: AppStores,
  site: {
    readonly collection: DrawnCollection;
    readonly geometry: FeatureGeometry;
    readonly properties: JsonObject;
  },
): Result<string, Message> {
  const { collection, geometry } = site;
  const id = nextId(stores.plan.getState().plan, collection);
  const properties = Object.fromEntries(Object.entries(site.properties).filter(([, value]) => value !== ''));
  const name = typeof properties.name === 'string' ? properties.name : id;
  const label = message(collection === 'schools' ? 'op.create-school' : 'op.create-reservation', { name });
  const done = edit(stores, createSiteOperation, { collection, geometry, properties, id }, label);
  if (!done.ok) return err(done.error);
  stores.session.select({ kind: 'feature', ref: { layer: collection, id } });
  return ok(id);
}

/** Moves a whole site, by so many degrees at the middle of its box; its shape in metres stays. */
export function moveSite(
  stores: AppStores,
  site: SiteRef,
  by: { readonly dLon: number; readonly dLat: number },
) {
  const label = message('op.move-site', { name: nameOf(stores, site) });
  return edit(stores, moveSiteOperation, { collection: site.collection, id: site.id, ...by }, label);
}

/** Gives a site another shape: vertices were edited, or a point became a polygon. */
export function reshapeSite(stores: AppStores, site: SiteRef, geometry: FeatureGeometry) {
  const label = message('op.reshape-site', { name: nameOf(stores, site) });
  return edit(stores, replaceGeometry, { collection: site.collection, id: site.id, geometry }, label);
}

export function deleteSites(stores: AppStores, sites: readonly SiteRef[]) {
  const [only] = sites;
  const label =
    only && sites.length === 1
      ? message('op.delete-site', { name: nameOf(stores, only) })
      : message('op.delete-sites', { count: sites.length });
  return edit(stores, deleteFeatures, { features: sites }, label);
}

export function renameSite(stores: AppStores, site: SiteRef, name: string) {
  const label = message('op.rename-site', { from: nameOf(stores, site), name });
  return edit(stores, setProperties, { ...site, changes: { name: name.trim() } }, label);
}

/** Sets properties of a site; `undefined` removes one. */
export function setSiteProperties(
  stores: AppStores,
  site: SiteRef,
  changes: Readonly<Record<string, JsonValue | undefined>>,
) {
  const label = message('op.set-properties', {
    name: nameOf(stores, site),
    properties: Object.keys(changes).join(', '),
  });
  return edit(stores, setProperties, { ...site, changes }, label);
}

export function setTargets(stores: AppStores, targets: readonly Target[]) {
  return edit(stores, setTargetsOperation, { targets }, message('op.set-targets'));
}

export function setProjectInfo(stores: AppStores, changes: SetProjectInfoInput) {
  return edit(stores, setProjectInfoOperation, changes, message('op.set-project'));
}

export function removeLayer(stores: AppStores, layer: LayerName) {
  return edit(stores, removeLayerOperation, { layer }, message('op.remove-layer', { layer }));
}
