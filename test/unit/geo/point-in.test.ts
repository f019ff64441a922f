import { describe, expect, it } from 'vitest';
import { covers, locate } from '../../../src/geo/point-in';
import { area, line, planar, rectangle } from '../../builders/planar';

const court = area(rectangle(0, 0, 90, 70), rectangle(30, 20, 60, 50));

describe('locate', () => {
  it('tells inside, boundary and outside apart, holes being outside', () => {
    expect(locate(court, 10, 10)).toBe('inside');
    expect(locate(court, 45, 35)).toBe('outside');
    expect(locate(court, 95, 35)).toBe('outside');
    expect(locate(court, 0, 33)).toBe('boundary');
    expect(locate(court, 60, 50)).toBe('boundary');
    expect(locate(court, 90, 70)).toBe('boundary');
  });

  it('is not confused by vertices at the height of the point', () => {
    const diamond = area([
      [0, -5],
      [5, 0],
      [0, 5],
      [-5, 0],
    ]);
    expect(locate(diamond, 0, 0)).toBe('inside');
    expect(locate(diamond, -6, 0)).toBe('outside');
    expect(locate(diamond, 4, -5)).toBe('outside');
    expect(locate(court, 15, 20)).toBe('inside');
  });

  it('counts the parts of a multipolygon together', () => {
    const two = planar({
      type: 'MultiPolygon',
      coordinates: [[rectangle(0, 0, 5, 5)], [rectangle(7, 0, 9, 5)]],
    });
    expect(locate(two, 8, 1)).toBe('inside');
    expect(locate(two, 6, 1)).toBe('outside');
  });

  it('finds nothing inside a line', () => {
    expect(locate(line([0, 0], [10, 0]), 5, 0)).toBe('outside');
  });
});

describe('covers', () => {
  it('takes in the boundary', () => {
    expect(covers(court, 30, 35)).toBe(true);
    expect(covers(court, 31, 35)).toBe(false);
  });
});
