import type { GeoJSONSourceDiff, Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import { followFarMarks } from '../../../src/map/follow-far-marks';
import type { MapEngine } from '../../../src/map/map-engine';
import type { AppStores } from '../../../src/store/app-stores';
import { createAnalysisStore } from '../../../src/store/analysis-store';
import { createPlanStore } from '../../../src/store/plan-store';
import { byId, findingOf, tablesOf } from '../../builders/findings';

/** What the map is told when so many parcels have a conflict, and the parcels are cells up to zoom 15. */
async function toldOf(parcels: number) {
  const told: string[] = [];
  const map = {
    getSource: () => ({
      updateData({ add = [] }: GeoJSONSourceDiff) {
        told.push(`${add.length} come`);
        return Promise.resolve();
      },
    }),
    setLayerZoomRange: (_layer: string, from: number, to: number) => told.push(`shown ${from} to ${to}`),
  } as unknown as MapLibreMap;
  const engine = {
    detailZoom: () => Promise.resolve(15),
    boxes: (_layer: string, ids: readonly string[]) =>
      Promise.resolve(new Float64Array(4 * ids.length).fill(31)),
  } as unknown as MapEngine;
  const stores = { analysis: createAnalysisStore(), plan: createPlanStore() };
  const findings = Array.from({ length: parcels }, (_, i) =>
    findingOf(`c${i}`, { object: { layer: 'parcels', id: `P-${i}` } }),
  );
  const stop = followFarMarks(map, stores as unknown as AppStores, engine, () => undefined);
  stores.analysis.replace(tablesOf(), byId(findings));
  await vi.waitFor(() => expect(told).toContain('shown 0 to 15'));
  stop();
  return told;
}

describe('the dots of far conflicts', () => {
  it('are hidden while many pages of them come, for each page would have all tiles made anew', async () => {
    expect(await toldOf(2500)).toEqual([
      '1000 come',
      'shown 24 to 24',
      '1000 come',
      '500 come',
      'shown 0 to 15',
    ]);
  });

  it('stay where one page comes', async () => {
    expect(await toldOf(1000)).toEqual(['1000 come', 'shown 0 to 15']);
  });
});
