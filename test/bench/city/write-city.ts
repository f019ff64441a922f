import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFrame } from '../../../src/geo/frame';
import { randomSource } from '../../builders/random';
import { CITY_FRAME, DISTRICTS, PROJECT, RULE_PACK, TARGETS } from './documents';
import { FeatureText } from './feature-text';
import { Layout } from './layout';
import { parcelProperties } from './parcel-properties';
import { parcelsOfBlock } from './parcels';
import { schools } from './schools';
import { writeCollection } from './text-file';

export interface CitySize {
  readonly parcels: number;
  readonly sites: number;
  /** Schools as points, not grounds. */
  readonly points: boolean;
  readonly seed: number;
}

/** Writes a project folder of an invented city: the same bytes for the same size, on every machine. */
export function writeCity(folder: string, size: CitySize): void {
  writeSurroundings(folder, size);
  const { parcels, seed } = size;
  const layout = new Layout(parcels, seed);
  writeCollection(
    join(folder, 'parcels.geojson'),
    'parcels',
    parcelFeatures(parcels, layout, seed, cityText()),
  );
}

/** Everything but the parcels, which are the same for cities of as many parcels and one seed. */
export function writeSurroundings(folder: string, { parcels, sites, points, seed }: CitySize): void {
  const text = cityText();
  const layout = new Layout(parcels, seed);
  const place = { count: sites, sideM: layout.sideM, asPoints: points };
  mkdirSync(join(folder, 'rules'), { recursive: true });
  writeJson(join(folder, 'project.json'), PROJECT);
  writeJson(join(folder, 'targets.json'), TARGETS);
  writeJson(join(folder, 'rules', 'bench.json'), RULE_PACK);
  writeCollection(join(folder, 'districts.geojson'), 'districts', districts(layout, text));
  writeCollection(join(folder, 'schools.geojson'), 'schools', schools(place, randomSource(seed + 1), text));
}

function cityText(): FeatureText {
  return new FeatureText(createFrame(CITY_FRAME));
}

function* districts(layout: Layout, text: FeatureText): Generator<string> {
  for (const { id, name, outline } of DISTRICTS)
    yield text.area({ id, name }, [[layout.outline(...outline)]]);
}

function* parcelFeatures(count: number, layout: Layout, seed: number, text: FeatureText): Generator<string> {
  const random = randomSource(seed);
  let number = 0;
  for (const block of layout.blocks()) {
    for (const polygons of parcelsOfBlock(block, random)) {
      if (number === count) return;
      number++;
      yield text.area(parcelProperties(number, polygons, random), polygons);
    }
  }
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
