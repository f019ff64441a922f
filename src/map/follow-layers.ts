import type { Map as MapLibreMap } from 'maplibre-gl';
import { layerOf, type Plan } from '../domain/plan';
import type { PlanStore } from '../store/plan-store';
import type { MapEngine } from './map-engine';
import { sourceOf } from './map-sources';
import { EMPTY_COLLECTION, REFERENCE_NAMES } from './style/sources';

type ReferenceName = (typeof REFERENCE_NAMES)[number];

/**
 * Keeps the reference layers on the map: fetched again when the hash of a layer in the plan changes. The bytes go
 * to MapLibre's worker under a Blob's address, so that nothing big is parsed here.
 */
export function followLayers(
  map: MapLibreMap,
  plan: PlanStore,
  engine: MapEngine,
  ready: (listener: () => void) => () => void,
): () => void {
  const shown = new Map<ReferenceName, string | null>();
  const addresses = new Map<ReferenceName, string>();
  let stopped = false;

  const hashOf = (state: Plan, name: ReferenceName) => layerOf(state, name)?.hash ?? null;

  const release = (name: ReferenceName) => {
    const address = addresses.get(name);
    if (address !== undefined) URL.revokeObjectURL(address);
    addresses.delete(name);
  };

  const put = async (name: ReferenceName, hash: string | null) => {
    const bytes = hash === null ? null : await engine.layerGeoJson(name);
    if (stopped || shown.get(name) !== hash) return;
    if (!bytes) {
      await sourceOf(map, name).setData(EMPTY_COLLECTION);
      release(name);
      // The engine does not have it yet: ask again when it has computed.
      if (hash !== null) shown.delete(name);
      return;
    }
    const address = URL.createObjectURL(
      new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/geo+json' }),
    );
    const loading = sourceOf(map, name).setData(address);
    // The address before this one is no longer read from here on.
    release(name);
    addresses.set(name, address);
    await loading;
  };

  const compare = () => {
    const { plan: state } = plan.getState();
    for (const name of REFERENCE_NAMES) {
      const hash = hashOf(state, name);
      if (shown.has(name) && shown.get(name) === hash) continue;
      if (!shown.has(name) && hash === null) continue;
      shown.set(name, hash);
      put(name, hash).catch(() => {
        if (shown.get(name) === hash) shown.delete(name);
      });
    }
  };

  compare();
  const stops = [plan.subscribe(compare), ready(compare)];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    for (const name of REFERENCE_NAMES) release(name);
  };
}
