import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FeatureRef } from '../domain/conflict';
import type { GeoFeature } from '../domain/feature';

/** A feature that was asked for: `loading`, then the feature, or null if it is not there. */
export type Detail = GeoFeature | null | 'loading';

export interface DetailsState {
  readonly features: ReadonlyMap<string, Detail>;
}

export interface DetailsStore extends StoreApi<DetailsState> {
  /** Asks for a feature of a reference layer; the answer appears in `features` under `detailKey(ref)`. */
  request(ref: FeatureRef): void;
  clear(): void;
}

export function detailKey(ref: FeatureRef): string {
  return `${ref.layer}/${ref.id}`;
}

export function createDetailsStore(
  fetchFeature: (ref: FeatureRef) => Promise<GeoFeature | null>,
): DetailsStore {
  const store = createStore<DetailsState>(() => ({ features: new Map() }));
  const put = (key: string, detail: Detail) => {
    store.setState(({ features }) => ({ features: new Map(features).set(key, detail) }));
  };
  return Object.assign(store, {
    request(ref: FeatureRef) {
      const key = detailKey(ref);
      if (store.getState().features.has(key)) return;
      put(key, 'loading');
      fetchFeature(ref).then(
        (feature) => put(key, feature),
        () => put(key, null),
      );
    },
    clear() {
      store.setState({ features: new Map() });
    },
  });
}
