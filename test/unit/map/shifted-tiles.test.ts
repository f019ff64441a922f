import { expect, it } from 'vitest';
import { err, ok } from '../../../src/domain/result';
import { message } from '../../../src/domain/message';
import { createShiftedTiles } from '../../../src/map/base-maps/shifted-tiles';

const ADDRESS = { z: 12, x: 3252, y: 1672 };
const { signal } = new AbortController();

it('a tile that did not come is asked for again, one that is empty is not', async () => {
  let asked = 0;
  let isThere = false;
  const tile = createShiftedTiles(() => {
    asked++;
    return Promise.resolve(isThere ? ok(null) : err(message('link-unreachable', { host: 'https://a.cn' })));
  });
  expect(await tile(ADDRESS, signal)).toBeNull();
  const first = asked;
  isThere = true;
  expect(await tile(ADDRESS, signal)).toBeNull();
  expect(asked).toBe(2 * first);
  await tile(ADDRESS, signal);
  expect(asked).toBe(2 * first);
});

it('what fails outright leaves its part empty, and is asked for again', async () => {
  let asked = 0;
  const tile = createShiftedTiles(() => {
    asked++;
    return Promise.reject(new Error('no picture'));
  });
  expect(await tile(ADDRESS, signal)).toBeNull();
  const first = asked;
  expect(await tile(ADDRESS, signal)).toBeNull();
  expect(asked).toBe(2 * first);
});
