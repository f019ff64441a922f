import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Message } from '../domain/message';

/** A small text beside the pointer. */
export interface Tooltip {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** To the left of the pointer and above it, where the map's right or lower edge would cut it. */
  readonly leftwards: boolean;
  readonly upwards: boolean;
}

/** What lies over the map, apart from the map. */
interface MapUiState {
  /** `idle` when everything asked for is drawn; `failed` where the browser cannot draw a map. */
  readonly state: 'loading' | 'idle' | 'failed';
  readonly tooltip: Tooltip | null;
  /** Told to screen readers. */
  readonly said: Message | null;
  /** Whether the cross in the middle is shown. */
  readonly aim: boolean;
}

export type MapUiStore = StoreApi<MapUiState>;

export function createMapUiStore(): MapUiStore {
  return createStore<MapUiState>(() => ({ state: 'loading', tooltip: null, said: null, aim: false }));
}
