import { expect, test } from 'vitest';
import { approximateNote } from '../../../../src/geo/crs/approximate';
import type { Crs } from '../../../../src/geo/crs/crs';

const GRID = '+proj=tmerc +lat_0=0 +lon_0=105 +k=1 +x_0=500000 +y_0=0 +units=m +no_defs';

test.each<[string, Crs, string]>([
  ['an offset system', { kind: 'gcj02' }, 'crs-approximate-offset'],
  ['another', { kind: 'bd09' }, 'crs-approximate-offset'],
  ['Beijing 54', { kind: 'definition', text: `${GRID} +ellps=krass` }, 'crs-approximate-unshifted'],
  ['a code on an older datum', { kind: 'epsg', epsg: 2435 }, 'crs-approximate-unshifted'],
  [
    'an ellipsoid that belongs to no datum known here',
    { kind: 'definition', text: `${GRID} +a=6378136 +rf=298.3` },
    'crs-approximate-no-datum',
  ],
])('says of %s why places are only near', (_, crs, code) => {
  expect(approximateNote(crs, 'X')).toEqual({ code, params: { crs: 'X' } });
});
