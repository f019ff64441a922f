import type { LayerName } from '../domain/layer';
import type { ActiveRule } from './active-rule';
import type { LayerItem } from './layer-item';

/** What has been edited since the changes were last taken, as it was before. */
export interface Pending {
  /** Too much has changed to tell findings apart. */
  whole: boolean;
  /** By `slotKey`; null for features that are new. */
  readonly features: Map<string, LayerItem | null>;
  /** By `slotKey`, of subjects whose district may have moved. */
  readonly districts: Map<string, string | null>;
  readonly rules: Map<string, ActiveRule>;
}

export function nothingPending(): Pending {
  return { whole: false, features: new Map(), districts: new Map(), rules: new Map() };
}

export function slotKey(layer: LayerName, slot: number): string {
  return `${layer}/${slot}`;
}

/** Notes what is about to change, unless it is noted already. */
export function noteOnce<V>(notes: Map<string, V>, key: string, before: () => V): void {
  if (!notes.has(key)) notes.set(key, before());
}
