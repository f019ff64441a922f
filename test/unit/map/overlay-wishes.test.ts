import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../../src/domain/conflict';
import type { ZoneProperties } from '../../../src/engine/protocol';
import { overlayWishes, worthDrawing } from '../../../src/map/overlay-wishes';
import { createLayersStore } from '../../../src/store/layers-store';

const LAYERS = createLayersStore().getState();
const SUBJECT = { layer: 'schools', id: 's' } as const;
const OBJECT = { layer: 'parcels', id: 'p' } as const;
const CONFLICT = { id: 'c', rule: 'r', subject: SUBJECT, object: OBJECT, distanceM: 12 } as Conflict;

describe('overlayWishes', () => {
  it('wants zones and catchments of a selected school, zones only of a reservation, nothing of a parcel', () => {
    expect(overlayWishes(LAYERS, { kind: 'feature', ref: SUBJECT }, null)).toEqual({
      zones: { subjects: [SUBJECT] },
      catchments: { schools: ['s'] },
      overlap: null,
      dimension: null,
    });
    const reservation = { layer: 'reservations', id: 'r' } as const;
    expect(overlayWishes(LAYERS, { kind: 'feature', ref: reservation }, null).catchments).toBeNull();
    const parcel = { layer: 'parcels', id: 'p' } as const;
    expect(overlayWishes(LAYERS, { kind: 'feature', ref: parcel }, null)).toEqual({
      zones: null,
      catchments: null,
      overlap: null,
      dimension: null,
    });
  });

  it('wants the one zone and the overlap of a selected conflict', () => {
    expect(overlayWishes(LAYERS, { kind: 'conflict', id: 'c' }, CONFLICT)).toEqual({
      zones: { subjects: [SUBJECT], rules: ['r'] },
      catchments: null,
      overlap: { rule: 'r', subject: SUBJECT, object: OBJECT },
      dimension: CONFLICT,
    });
    expect(overlayWishes(LAYERS, { kind: 'conflict', id: 'gone' }, null).overlap).toBeNull();
  });

  it('puts the choice of a stage and a rule before the selection', () => {
    const chosen = { ...LAYERS, catchmentStage: 'primary', zoneRule: 'q' };
    expect(overlayWishes(chosen, { kind: 'feature', ref: SUBJECT }, null)).toMatchObject({
      zones: { rules: ['q'] },
      catchments: { stages: ['primary'] },
    });
  });

  it('wants nothing that is switched off', () => {
    const visible = { ...LAYERS.visible, zones: false, catchments: false, conflicts: false };
    const off = overlayWishes(
      { ...LAYERS, visible, catchmentStage: 'primary' },
      { kind: 'conflict', id: 'c' },
      CONFLICT,
    );
    expect(off).toEqual({ zones: null, catchments: null, overlap: null, dimension: null });
  });
});

describe('worthDrawing', () => {
  const zone = (rule: string, distanceM: number, subject = 's') => ({
    properties: { subjectLayer: 'schools', subject, rule, distanceM } as ZoneProperties,
  });

  it('keeps the zones of failed rules and the widest of one site', () => {
    const zones = [zone('a', 10), zone('b', 300), zone('c', 50)];
    expect(worthDrawing(zones, new Set(['c'])).map(({ properties }) => properties.rule)).toEqual(['b', 'c']);
  });

  it('keeps all zones of several sites', () => {
    const zones = [zone('a', 10), zone('a', 10, 't')];
    expect(worthDrawing(zones, new Set())).toEqual(zones);
    expect(worthDrawing([], new Set())).toEqual([]);
  });
});
