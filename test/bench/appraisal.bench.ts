import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { cityFolder } from './support/cities';
import { EngineUnderTest } from './support/engine-under-test';

/** 100,000 parcels, 1,000 school campuses and five distance rules from 50 to 1,000 m. */
const folder = cityFolder(join(tmpdir(), 'xuezhi-bench'), {
  parcels: 100_000,
  sites: 1000,
  seed: 1,
  points: false,
});
const city = await EngineUnderTest.open(folder);
const parcels = city.parcels(2000);
let next = 0;

describe('a city of 1,000 schools', () => {
  bench('appraise a parcel by every rule', () => {
    city.appraise(parcels[next++ % parcels.length]!);
  });
});
