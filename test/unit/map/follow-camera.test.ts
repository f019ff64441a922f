import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { LonLatBox } from '../../../src/domain/feature';
import { followCamera } from '../../../src/map/follow-camera';
import type { AppStores } from '../../../src/store/app-stores';
import { createPlanStore } from '../../../src/store/plan-store';
import { createSessionStore } from '../../../src/store/session-store';

const SEEN: LonLatBox = [105.1, 31.1, 105.2, 31.2];
const ACROSS_THE_EDGE: LonLatBox = [105.9, 31.1, 106.1, 31.2];

/** A map that shows one degree each way, and notes what it is asked to show. */
function followed(session = createSessionStore()) {
  const shown: LonLatBox[] = [];
  const told = new Map<string, () => void>();
  let east = 106;
  const map = {
    getContainer: () => ({ clientWidth: 800, clientHeight: 600 }),
    getBounds: () => ({
      contains: ([lon, lat]: [number, number]) => lon >= 105 && lon <= east && lat >= 31 && lat <= 32,
    }),
    fitBounds: (box: LonLatBox) => shown.push(box),
    on: (event: string, listener: () => void) => told.set(event, listener),
    off: () => undefined,
  } as unknown as MapLibreMap;
  followCamera(map, { plan: createPlanStore(), session } as unknown as AppStores);
  return {
    session,
    shown,
    rest: () => told.get('idle')?.(),
    /** A panel opens beside the map and takes half of what it shows. */
    narrow: () => {
      east = 105.15;
      told.get('resize')?.();
    },
  };
}

describe('the camera', () => {
  it('goes where it is wished, though the place be in view', () => {
    const { session, shown } = followed();
    session.select(null, { zoomTo: SEEN });
    expect(shown).toEqual([SEEN]);
  });

  it('stays where it is for what is to be revealed and is in view', () => {
    const { session, shown } = followed();
    session.select(null, { reveal: SEEN });
    expect(shown).toEqual([]);
  });

  it('stays too where a map comes after the wish', () => {
    const session = createSessionStore();
    session.select(null, { reveal: SEEN });
    expect(followed(session).shown).toEqual([]);
  });

  it('reveals what is in view in part only', () => {
    const { session, shown } = followed();
    session.select(null, { reveal: ACROSS_THE_EDGE });
    expect(shown).toEqual([ACROSS_THE_EDGE]);
  });

  it('reveals what the panel that opens beside the map has taken out of view', () => {
    const { session, shown, narrow } = followed();
    session.select(null, { reveal: SEEN });
    narrow();
    expect(shown).toEqual([SEEN]);
  });

  it('has done with a wish once the map has come to rest', () => {
    const { session, shown, rest, narrow } = followed();
    session.select(null, { reveal: SEEN });
    rest();
    narrow();
    expect(shown).toEqual([]);
  });
});
