import { describe, expect, it } from 'vitest';
import type { LonLatBox } from '../../../src/domain/feature';
import { createNearMarks } from '../../../src/map/near-marks';

const boxes = (all: Readonly<Record<string, LonLatBox>>) =>
  new Map(Object.entries(all).map(([id, box]) => [id, { box }]));

const HERE: LonLatBox = [0, 0, 1, 1];
const CITY = boxes({ here: [0.4, 0.4, 0.6, 0.6], beside: [1.2, 0.2, 1.3, 0.3], afar: [5, 5, 5.1, 5.1] });

describe('createNearMarks', () => {
  it('finds what is in the view or beside it, once', () => {
    const near = createNearMarks();
    near.place({ detailZoom: 12, boxes: CITY });
    expect(near.look(HERE, 12)).toEqual(['here', 'beside']);
    expect([near.isNear('here'), near.isNear('beside'), near.isNear('afar')]).toEqual([true, true, false]);
    expect(near.look(HERE, 12)).toEqual([]);
    expect(near.look([4.8, 4.8, 5.8, 5.8], 12)).toEqual(['afar']);
    expect(near.isNear('here')).toBe(true);
  });

  it('finds a large thing whose middle lies far away', () => {
    const near = createNearMarks();
    near.place({ detailZoom: 12, boxes: boxes({ large: [-90, 0.5, 0.1, 0.6] }) });
    expect(near.look(HERE, 15)).toEqual(['large']);
  });

  it('finds nothing where things are not drawn each for itself, nor before they are placed', () => {
    const near = createNearMarks();
    expect(near.look(HERE, 20)).toEqual([]);
    expect([near.isPlaced(), near.isNear('here')]).toEqual([false, false]);
    near.place({ detailZoom: 12, boxes: CITY });
    expect(near.look(HERE, 11.9)).toEqual([]);
    expect([near.isPlaced(), near.isNear('here')]).toEqual([true, false]);
  });

  it('has everything near where all is drawn at every zoom', () => {
    const near = createNearMarks();
    near.place({ detailZoom: 0, boxes: new Map() });
    expect(near.isNear('any')).toBe(true);
  });

  it('looks again in the same view once other things are placed', () => {
    const near = createNearMarks();
    near.place({ detailZoom: 12, boxes: CITY });
    near.look(HERE, 12);
    near.place({ detailZoom: 12, boxes: boxes({ here: HERE, fresh: [0.1, 0.1, 0.2, 0.2] }) });
    expect(near.look(HERE, 12)).toEqual(['fresh']);
  });
});
