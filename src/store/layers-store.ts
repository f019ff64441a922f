import { createStore, type StoreApi } from 'zustand/vanilla';
import { LAYER_NAMES, type LayerName } from '../domain/layer';

/** Drawn things that are not layers of the project. */
export const OVERLAY_NAMES = ['conflicts', 'zones', 'catchments', 'labels'] as const;
export type OverlayName = (typeof OVERLAY_NAMES)[number];

export type Drawable = LayerName | OverlayName;

export interface LayersState {
  readonly visible: Readonly<Record<Drawable, boolean>>;
  /** Which stage's catchments to draw; null: those of the selected school only. */
  readonly catchmentStage: string | null;
  /** Which rule's zones to draw; null: those of the selected site or conflict only. */
  readonly zoneRule: string | null;
  /** Features of each reference file that was read here, by the hash of its bytes. */
  readonly counts: ReadonlyMap<string, number>;
}

export type LayersStore = StoreApi<LayersState>;

export function createLayersStore(): LayersStore {
  const visible = Object.fromEntries([...LAYER_NAMES, ...OVERLAY_NAMES].map((name) => [name, true]));
  return createStore<LayersState>(() => ({
    visible: visible as Record<Drawable, boolean>,
    catchmentStage: null,
    zoneRule: null,
    counts: new Map(),
  }));
}
