import { describe, expect, it } from 'vitest';
import {
  createLocalGridStore,
  readGrid,
  typedGrid,
  type GridNumber,
  type LocalGrid,
} from '../../../src/store/local-grids';
import { memoryOf } from '../../builders/app';

const GRID: LocalGrid = {
  datum: 'cgcs2000',
  centralMeridian: 105.9,
  heightM: 400,
  falseEastingM: 50_000,
  falseNorthingM: -3_000_000,
};

function typed(changes: Partial<Record<GridNumber, string>>) {
  const { datum, texts } = typedGrid(null);
  return readGrid({ datum, texts: { ...texts, ...changes } });
}

describe('a grid as it is typed', () => {
  it('is none before its meridian is given, and nothing is wrong yet', () => {
    expect(typed({})).toEqual({ grid: null, faults: {} });
  });

  it.each([
    ['105.5', 105.5],
    ['105°30′', 105.5],
    ['105°30′36″', 105.51],
    ['105 30 36', 105.51],
    ['１０５．５', 105.5],
    ['105度30分', 105.5],
  ])('takes the meridian %s', (text, meridian) => {
    expect(typed({ centralMeridian: text }).grid).toEqual({
      datum: 'cgcs2000',
      centralMeridian: meridian,
      heightM: 0,
      falseEastingM: 500_000,
      falseNorthingM: 0,
    });
  });

  it.each([
    ['centralMeridian', '5'],
    ['centralMeridian', '105°75′'],
    ['heightM', 'abc'],
    ['heightM', '40000'],
    ['scale', '0'],
    ['latitudeOfOrigin', '91'],
  ] as const)('says that %s cannot be %s', (name, text) => {
    const { grid, faults } = typed({ centralMeridian: '105', [name]: text });
    expect(grid).toBeNull();
    expect(faults[name]?.code).toBe('local-grid.range');
    expect(Object.keys(faults)).toEqual([name]);
  });

  it('is the same after it was shown', () => {
    for (const grid of [GRID, { ...GRID, scale: 1.00005, latitudeOfOrigin: 31 }]) {
      expect(readGrid(typedGrid(grid)).grid).toEqual(grid);
    }
  });
});

describe('remembered grids', () => {
  it('outlive the page under the name that they were given, until they are forgotten', () => {
    const memory = memoryOf();
    const grids = createLocalGridStore(memory);
    expect(grids.getState().grids).toEqual([]);
    grids.keep('本市 2000', GRID);
    grids.keep('本市 2000', { ...GRID, heightM: 410 });
    const again = createLocalGridStore(memory);
    expect(again.getState().grids).toEqual([{ name: '本市 2000', grid: { ...GRID, heightM: 410 } }]);
    again.forget('本市 2000');
    expect(createLocalGridStore(memory).getState().grids).toEqual([]);
  });

  it('are not believed where the browser’s memory was changed', () => {
    const memory = memoryOf();
    memory.set('local-grids', JSON.stringify([{ name: 'x', grid: { datum: 'mars' } }, 5, { name: 'y' }]));
    expect(createLocalGridStore(memory).getState().grids).toEqual([]);
    memory.set('local-grids', '{');
    expect(createLocalGridStore(memory).getState().grids).toEqual([]);
  });
});
