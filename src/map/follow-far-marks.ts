import type { GeoJSONSourceDiff, Map as MapLibreMap } from 'maplibre-gl';
import { layerOf } from '../domain/plan';
import type { AppStores } from '../store/app-stores';
import { inSlices } from '../store/in-slices';
import { farMarkDiffs, type FarMark } from './far-marks';
import { markingOfAll, targetOf } from './feature-states';
import { latestWins } from './latest-wins';
import type { MapEngine } from './map-engine';
import { allOf, sourceOf } from './map-sources';
import type { Places } from './near-marks';
import { soon } from './soon';
import type { ConflictMark } from '../domain/looks/palette';
import { FAR_MARK_LAYER } from './style/highlight-layers';
import { SOURCE } from './style/sources';

/** Places that are asked for at one go: a millisecond of the engine's time. */
const PAGE = 500;

/** Marks between two looks at the clock. */
const MARKS_A_STEP = 64;

/** Zooms that the map does not have. */
const NEVER = [24, 24] as const;

type Marks = ReadonlyMap<string, ConflictMark>;

/**
 * Points for the conflicts of parcels, at zooms at which parcels are cells and cannot show a mark themselves: a look
 * at the whole city still shows where the conflicts are. Nothing is done for a city whose parcels are drawn at every
 * zoom. `onPlaced` hears where the marked parcels lie.
 */
export function followFarMarks(
  map: MapLibreMap,
  { analysis, plan }: AppStores,
  engine: MapEngine,
  onPlaced: (places: Places) => void,
): () => void {
  let shown: ReadonlyMap<string, FarMark> = new Map();
  /** Content in which the places are known. */
  let content: string | undefined;

  const contentNow = () => layerOf(plan.getState().plan, 'parcels')?.hash;

  const placed = async (marks: Marks, known: ReadonlyMap<string, FarMark>) => {
    const next = new Map<string, FarMark>();
    const unknown: string[] = [];
    for (const [id, mark] of marks) {
      const before = known.get(id);
      if (before?.mark === mark) next.set(id, before);
      else if (before) next.set(id, { ...before, mark });
      else unknown.push(id);
    }
    for (let i = 0; i < unknown.length; i += PAGE) {
      const ids = unknown.slice(i, i + PAGE);
      const boxes = await engine.boxes('parcels', ids);
      ids.forEach((id, k) => {
        const [west = NaN, south = NaN, east = NaN, north = NaN] = boxes.subarray(4 * k, 4 * k + 4);
        if (!Number.isNaN(west)) next.set(id, { mark: marks.get(id)!, box: [west, south, east, north] });
      });
    }
    return next;
  };

  /** MapLibre makes its tiles anew after each page, unless nothing shows them: many pages come behind a hidden layer. */
  const bring = async (diffs: Iterable<GeoJSONSourceDiff>) => {
    let pages = 0;
    for (const diff of diffs) {
      if (pages++ === 1) map.setLayerZoomRange(FAR_MARK_LAYER, ...NEVER);
      await sourceOf(map, SOURCE.farMarks).updateData(diff);
    }
  };

  const questions = latestWins(
    async (marks: Marks) => {
      const hash = contentNow();
      const detailZoom = await engine.detailZoom('parcels');
      const known = hash === content ? shown : new Map<string, FarMark>();
      const next = detailZoom === 0 ? new Map<string, FarMark>() : await placed(marks, known);
      onPlaced({ detailZoom, boxes: next });
      await bring(farMarkDiffs(shown, next));
      shown = next;
      content = hash;
      return detailZoom;
    },
    (detailZoom) => map.setLayerZoomRange(FAR_MARK_LAYER, 0, detailZoom),
    () => undefined,
  );

  function* asking(): Generator<void, void> {
    const marks = new Map<string, ConflictMark>();
    let seen = 0;
    for (const [key, mark] of yield* markingOfAll(analysis.getState().byId)) {
      if (++seen % MARKS_A_STEP === 0) yield;
      const { source, id } = targetOf(key);
      if (source === 'parcels') marks.set(id, mark);
    }
    if (marks.size > 0 || shown.size > 0) questions.ask(marks);
  }
  let asked = 0;
  const ask = () => {
    const mine = ++asked;
    void inSlices(asking(), () => mine !== asked);
  };

  const askSoon = soon(ask);
  ask();
  return allOf(
    analysis.subscribe((now, before) => {
      if (now.byId !== before.byId) askSoon.ask();
    }),
    () => {
      askSoon.stop();
      asked += 1;
      questions.drop();
    },
  );
}
