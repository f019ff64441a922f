import type { Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LonLatBox } from '../domain/feature';
import type { SnapLines } from '../engine/protocol';
import type { SessionStore } from '../store/session-store';
import { latestWins } from './latest-wins';
import type { MapEngine } from './map-engine';
import { allOf, fill } from './map-sources';
import { screenScale, snap, type SnapHit } from './snapping';
import { SOURCE } from './style/sources';

/** A view of the city has more vertices than can be pointed at: beyond this many the nearer zooms will do. */
const MOST_VERTICES = 60_000;

const NO_LINES: SnapLines = { lonLat: new Float64Array(), ends: new Uint32Array() };

/** Lines of the data in view, exact as the engine has them (what is drawn is simplified), to snap to. */
export interface SnapCache {
  /** Where a position snaps to; null if it stays. Shows the place. */
  readonly snap: (at: Position) => SnapHit | null;
  /** Takes the mark away. */
  readonly hide: () => void;
  readonly stop: () => void;
}

export function createSnapCache(map: MapLibreMap, session: SessionStore, engine: MapEngine): SnapCache {
  let lines = NO_LINES;
  const questions = latestWins<LonLatBox, SnapLines>(
    (box) => engine.snapLines(box, MOST_VERTICES),
    (answer) => {
      lines = answer;
    },
    () => {
      lines = NO_LINES;
    },
  );
  const refresh = () => {
    const bounds = map.getBounds();
    questions.ask([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
  };
  const show = (hit: SnapHit | null) => {
    fill(
      map,
      SOURCE.snap,
      hit
        ? [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: hit.position },
              properties: { onto: hit.onto },
            },
          ]
        : [],
    );
  };
  refresh();
  map.on('moveend', refresh);
  return {
    snap(at) {
      const scale = screenScale(at[1] ?? 0, map.getZoom());
      const hit = session.getState().snapping ? snap(lines, at, scale) : null;
      show(hit);
      return hit;
    },
    hide: () => show(null),
    stop: allOf(
      () => map.off('moveend', refresh),
      () => questions.drop(),
      () => show(null),
    ),
  };
}
