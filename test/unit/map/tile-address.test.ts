import { describe, expect, it } from 'vitest';
import { tileRequest } from '../../../src/map/tile-address';
import { tileTemplate } from '../../../src/map/style/sources';

describe('the address of a tile', () => {
  it('says layer, content and place', () => {
    const url = tileTemplate('parcels', 'a1b2')
      .replace('{z}', '14')
      .replace('{x}', '13010')
      .replace('{y}', '6672');
    expect(tileRequest(url)).toEqual({
      layer: 'parcels',
      content: 'a1b2',
      address: { z: 14, x: 13010, y: 6672 },
    });
  });

  it.each([
    'https://parcels/a/1/2/3',
    'xuezhi://schools-of-thought/a/1/2/3',
    'xuezhi://parcels/a/1/2',
    'xuezhi://parcels/a/1/2/x',
  ])('is not %s', (url) => {
    expect(tileRequest(url)).toBeNull();
  });
});
