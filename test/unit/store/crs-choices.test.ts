import { expect, test } from 'vitest';
import { epsgCrs } from '../../../src/geo/crs/crs';
import { zh } from '../../../src/i18n/zh';
import { crsChoices, crsName } from '../../../src/store/import/crs-choices';

const keysOf = (groups: ReturnType<typeof crsChoices>) =>
  groups.flatMap(({ choices }) => choices.map(({ key }) => key));

test('every zone of CGCS2000 can be chosen, each system once, what is likely first', () => {
  const candidate = { crs: epsgCrs(4523), swapAxes: false, reason: { code: '' }, distanceKm: 0 };
  const groups = crsChoices([candidate], epsgCrs(2359));
  const keys = keysOf(groups);
  expect(keys.slice(0, 2)).toEqual(['EPSG:4523', 'EPSG:2359']);
  expect(new Set(keys).size).toBe(keys.length);
  const codes = Array.from({ length: 4554 - 4491 + 1 }, (_, i) => `EPSG:${4491 + i}`);
  expect(codes.filter((code) => !keys.includes(code))).toEqual([]);
  expect(keys).toEqual(expect.arrayContaining(['EPSG:4490', 'EPSG:4326', 'EPSG:3857', 'GCJ-02', 'BD-09']));
  expect(groups.filter(({ code }) => !(code in zh))).toEqual([]);
});

test('every system has a name in words', () => {
  const codes = [4490, 4326, 4610, 4214, 3857, 32_648, 4523, 4544, 4508, 2359, 2380, 2411, 2432, 99_999];
  const named = [...codes.map(epsgCrs), { kind: 'gcj02' } as const].map(crsName);
  expect(named.filter(({ code }) => !(code in zh))).toEqual([]);
  expect(crsName(epsgCrs(4544))).toEqual({
    code: 'crs-name.grid.cgcs2000',
    params: { width: 3, zone: 35, meridian: 105, epsg: 4544 },
  });
});
