import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppStores } from '../store/app-stores';
import {
  conflictMarks,
  differingKeys,
  featureEmphasis,
  graver,
  lookKey,
  markingOf,
  markingOfAll,
  sameEmphasis,
  targetOf,
  type Emphasis,
} from './feature-states';
import { showEmphasisLines } from './emphasis-lines';
import { createFrameBatches } from './frame-batches';
import { allOf } from './map-sources';
import { createNearMarks, type Places } from './near-marks';
import { noteFirstMarks } from './note-first-marks';
import { inSlices } from '../store/in-slices';
import { soon } from './soon';
import type { ConflictMark } from '../domain/looks/palette';

/** Marks that are set in one frame: a few milliseconds, MapLibre's own work on them included. */
const MARKS_A_FRAME = 400;

type Marks = ReadonlyMap<string, ConflictMark>;

/** The looks of features, and what they must be told. */
export interface Looks {
  /** Where the parcels lie that have a mark. */
  readonly placeParcels: (places: Places) => void;
  readonly stop: () => void;
}

/** Keeps conflict marks, selection and hover in MapLibre's feature states, touching only what changed. */
export function followLooks(map: MapLibreMap, stores: AppStores): Looks {
  const marks = followMarks(map, stores);
  return { ...marks, stop: allOf(() => marks.stop(), followEmphasis(map, stores)) };
}

function inHandIn({ session }: AppStores) {
  const { tool } = session.getState();
  return tool.mode === 'edit' ? tool : null;
}

/**
 * The mark of each object of a conflict. There may be tens of thousands: they are set a share a frame, those of parcels
 * only once the view comes near.
 */
function followMarks(map: MapLibreMap, stores: AppStores): Looks {
  const { analysis, session } = stores;
  let marks: Marks = new Map();
  let preview: Marks = new Map();

  /** What has a mark on the map. */
  const set = new Set<string>();
  const near = createNearMarks();
  let areAllNear = false;
  const isNear = (key: string) => {
    const { source, id } = targetOf(key);
    return source !== 'parcels' || near.isNear(id);
  };

  const batches = createFrameBatches(MARKS_A_FRAME, (key) => {
    const known = isNear(key) ? marks.get(key) : undefined;
    const coming = preview.get(key);
    const mark = coming === undefined ? known : graver(known, coming);
    if (mark === undefined) {
      set.delete(key);
      map.removeFeatureState(targetOf(key), 'mark');
    } else {
      set.add(key);
      map.setFeatureState(targetOf(key), { mark });
    }
  });
  function* marking(): Generator<void, void> {
    const { byId } = analysis.getState();
    const inHand = inHandIn(stores);
    const next = yield* inHand ? markingOf(byId.values(), inHand) : markingOfAll(byId);
    const changed = differingKeys(marks, next);
    marks = next;
    batches.add(changed.filter((key) => isNear(key) || set.has(key)));
  }
  let asked = 0;
  const markFindings = () => {
    const mine = ++asked;
    void inSlices(marking(), () => mine !== asked);
  };
  const markSoon = soon(markFindings);
  const look = () => {
    const [[west, south], [east, north]] = map.getBounds().toArray();
    const come = near.look([west, south, east, north], map.getZoom());
    batches.add(come.map((id) => lookKey({ source: 'parcels', id })).filter((key) => marks.has(key)));
  };
  const markPreview = () => {
    const next = conflictMarks(analysis.getState().preview?.findings ?? [], null);
    const changed = differingKeys(preview, next);
    preview = next;
    batches.add(changed);
  };

  markFindings();
  markPreview();
  map.on('move', look);
  const stop = allOf(
    noteFirstMarks(map, () => {
      const sources = new Set(Array.from(marks.keys(), (key) => targetOf(key).source));
      const arePlaced = near.isPlaced() || !sources.has('parcels');
      return arePlaced && batches.isDone() ? sources : null;
    }),
    analysis.subscribe((now, before) => {
      if (now.byId !== before.byId) markSoon.ask();
      if (now.preview !== before.preview) markPreview();
    }),
    session.subscribe((now, before) => {
      if (now.tool !== before.tool) markFindings();
    }),
    () => {
      map.off('move', look);
      markSoon.stop();
      asked += 1;
      batches.stop();
    },
  );
  return {
    placeParcels(places) {
      near.place(places);
      if (places.detailZoom === 0 && !areAllNear) batches.add(marks.keys());
      areAllNear = places.detailZoom === 0;
      look();
    },
    stop,
  };
}

/** Selection, hover and what is in the hand: a few features, at once. */
function followEmphasis(map: MapLibreMap, stores: AppStores): () => void {
  const { analysis, session } = stores;
  let shown: ReadonlyMap<string, Emphasis> = new Map();

  const compare = () => {
    const { byId } = analysis.getState();
    const { selection, hovered } = session.getState();
    const next = featureEmphasis({
      selection,
      conflict: selection?.kind === 'conflict' ? (byId.get(selection.id)?.conflict ?? null) : null,
      hovered,
      inHand: inHandIn(stores),
    });
    for (const key of differingKeys(shown, next, sameEmphasis)) {
      const before = shown.get(key);
      const after = next.get(key);
      for (const name of ['selected', 'hovered', 'inHand'] as const) {
        if (before?.[name] && !after?.[name]) map.removeFeatureState(targetOf(key), name);
      }
      if (after) map.setFeatureState(targetOf(key), after);
    }
    showEmphasisLines(map, next.keys());
    shown = next;
  };

  compare();
  return allOf(
    analysis.subscribe((now, before) => {
      if (now.byId !== before.byId) compare();
    }),
    // The pointer writes to the session on every frame; only what is looked at here is worth a comparison.
    session.subscribe((now, before) => {
      const same =
        now.selection === before.selection && now.hovered === before.hovered && now.tool === before.tool;
      if (!same) compare();
    }),
  );
}
