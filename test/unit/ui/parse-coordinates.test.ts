import { describe, expect, it } from 'vitest';
import { fromGaussKruger, toGaussKruger } from '../../../src/geo/gauss-kruger';
import {
  geometryOf,
  parseCoordinates,
  type CoordinateSystem,
} from '../../../src/ui/dialogs/parse-coordinates';

const parse = (text: string, system: CoordinateSystem = 'lon-lat') =>
  parseCoordinates(text, { system, centralMeridian: 105, fromGrid: fromGaussKruger });

function positions(text: string, system?: CoordinateSystem) {
  const parsed = parse(text, system);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function fault(text: string, system?: CoordinateSystem) {
  const parsed = parse(text, system);
  return parsed.ok ? null : parsed.error;
}

describe('typed degrees', () => {
  it('take commas, blanks, tabs and full-width signs', () => {
    const expected = [[105.976543, 31.581234]];
    for (const text of [
      '105.976543, 31.581234',
      '105.976543\t31.581234',
      '１０５.976543，31.581234',
      '105.976543;31.581234',
    ])
      expect(positions(text)).toEqual(expected);
  });

  it('take a point name before them, skip empty lines, and take degrees, minutes and seconds', () => {
    expect(positions('J1 105.5 31.5\n\n105°30′0″ 31°30′36″')).toEqual([
      [105.5, 31.5],
      [105.5, 31.51],
    ]);
  });

  it('are turned round where only the other order lies in China', () => {
    expect(positions('31.581234 105.976543')).toEqual([[105.976543, 31.581234]]);
  });

  it('name the line that is wrong', () => {
    expect(fault('105.5 31.5\nabc')).toEqual({
      code: 'coordinates.not-two-numbers',
      params: { line: 2, text: 'abc' },
    });
    expect(fault('593376 3497884')).toEqual({ code: 'coordinates.bad-degrees', params: { line: 1 } });
    expect(fault('105.5 31.5 400')?.code).toBe('coordinates.not-two-numbers');
    expect(fault('  \n')?.code).toBe('coordinates.none');
  });
});

describe('typed grid values', () => {
  const grid = toGaussKruger(105.98, 31.58, { zoneWidth: 3, prefix: false });

  it('come in either order, with or without zone', () => {
    const lines = [
      `${grid.northM} ${grid.eastM}`,
      `${grid.eastM}, ${grid.northM}`,
      `${grid.northM} ${grid.eastM + 35_000_000}`,
    ];
    for (const [lon, lat] of positions(lines.join('\n'), 'grid')) {
      expect(lon).toBeCloseTo(105.98, 8);
      expect(lat).toBeCloseTo(31.58, 8);
    }
  });

  it('are refused where they can be no grid value', () => {
    expect(fault('105.98 31.58', 'grid')?.code).toBe('coordinates.bad-grid');
    expect(fault('3497884 3497884', 'grid')?.code).toBe('coordinates.bad-grid');
    expect(fault('3497884 99500000', 'grid')?.code).toBe('coordinates.bad-grid');
  });
});

describe('geometryOf', () => {
  const clockwise = [
    [0, 0],
    [0, 1],
    [1, 1],
  ];

  it('closes a polygon and winds it anticlockwise', () => {
    const polygon = geometryOf(clockwise, 'polygon');
    expect(polygon).toEqual({
      ok: true,
      value: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 1],
            [0, 0],
          ],
        ],
      },
    });
  });

  it('does not repeat a closing point', () => {
    expect(geometryOf([...clockwise, [0, 0]], 'polygon')).toEqual(geometryOf(clockwise, 'polygon'));
  });

  it('wants three points for a polygon and one for a point', () => {
    expect(geometryOf(clockwise.slice(1), 'polygon')).toMatchObject({
      ok: false,
      error: { code: 'coordinates.three-points' },
    });
    expect(geometryOf(clockwise, 'point')).toMatchObject({
      ok: false,
      error: { code: 'coordinates.one-point' },
    });
    expect(geometryOf([[1, 2]], 'point')).toEqual({
      ok: true,
      value: { type: 'Point', coordinates: [1, 2] },
    });
  });
});
