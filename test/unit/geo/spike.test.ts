import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { hasSpike } from '../../../src/geo/spike';
import { invalidity } from '../../../src/geo/validity';

interface Case {
  readonly kind: string;
  readonly ring: Position[];
  /** What GEOS says; see make-spike-fixtures.py. */
  readonly valid: boolean;
}

const cases = JSON.parse(readFileSync('test/fixtures/geo/spikes.json', 'utf8')) as Case[];

/** A unit is about a decimetre in the place of a city. */
const placed = (ring: Position[]) => ring.map(([x = 0, y = 0]) => [105.97 + x * 1e-6, 31.58 + y * 1e-6]);

describe('spikes', () => {
  it.each(['plain', 'spike', 'along-edge', 'needle'])('%s rings are judged as GEOS does', (kind) => {
    const wrong = cases
      .filter((one) => one.kind === kind)
      .filter(({ ring, valid }) => {
        const fault = invalidity({ type: 'Polygon', coordinates: [placed(ring)] });
        return (fault === null) !== valid || (fault !== null && fault !== 'self-intersection');
      });
    expect(wrong).toEqual([]);
  });

  it('are found at the first vertex too, in holes and in any unit', () => {
    const ring = [
      [20, 0],
      [0, 0],
      [0, 10],
      [10, 10],
      [10, 0],
      [20, 0],
    ];
    expect(hasSpike(ring, 1e-9)).toBe(true);
    expect(hasSpike([...ring].reverse(), 1e-9)).toBe(true);
    expect(hasSpike(ring.slice(1, -1).concat([[0, 0]]), 1e-9)).toBe(false);
    const shell = [
      [-100, -100],
      [100, -100],
      [100, 100],
      [-100, 100],
      [-100, -100],
    ];
    expect(invalidity({ type: 'Polygon', coordinates: [placed(shell), placed(ring)] })).toBe(
      'self-intersection',
    );
  });
});
