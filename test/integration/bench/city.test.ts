import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { check } from '../../../src/cli/check';
import { openProject } from '../../../src/cli/open-project';
import type { GeoFeature } from '../../../src/domain/feature';
import { geometryAt } from '../../../src/domain/feature-table';
import { readTable } from '../../../src/io/import/read-table';
import { writeCity, type CitySize } from '../../bench/city/write-city';

const SIZE: CitySize = { parcels: 1200, sites: 40, points: false, seed: 5 };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function city(size: Partial<CitySize> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'xuezhi-city-'));
  folders.push(folder);
  writeCity(folder, { ...SIZE, ...size });
  return folder;
}

function parcelsIn(folder: string): string {
  return readFileSync(join(folder, 'parcels.geojson'), 'utf8');
}

describe('an invented city', () => {
  it('is a sound project of as many parcels and schools as were asked for', async () => {
    const project = await openProject(city());
    if (!project.ok) throw new Error(project.error.code);
    const { reports, layers } = project.value;
    const counts = Object.fromEntries(reports.map(({ layer, accepted }) => [layer, accepted]));
    expect(counts).toEqual({ districts: 4, parcels: 1200, schools: 40 });
    for (const report of reports)
      expect([report.layer, report.issues, report.remarks]).toEqual([report.layer, [], []]);
    const { geometry } = layers.find(({ name }) => name === 'parcels')!.inspected.table!;
    const positions = geometry.xy.length / 2 / 1200;
    expect(positions).toBeGreaterThan(12.5);
    expect(positions).toBeLessThan(13.5);
    expect(geometry.holes.some((hole) => hole === 1)).toBe(true);
    expect(new Set(geometry.types).size).toBe(2);
  });

  it('is read to the last coordinate, however the columns grow on the way', async () => {
    const folder = city({ parcels: 10_000, sites: 1, seed: 1 });
    const bytes = new Uint8Array(readFileSync(join(folder, 'parcels.geojson')));
    const { table } = await readTable({ file: 'parcels.geojson', layer: 'parcels', bytes });
    const { features } = JSON.parse(parcelsIn(folder)) as { features: GeoFeature[] };
    const wrong = features.filter(
      ({ geometry }, row) => JSON.stringify(geometryAt(table!.geometry, row)) !== JSON.stringify(geometry),
    );
    expect(wrong).toEqual([]);
  });

  it('can be checked by its five rules', async () => {
    const checked = await check({
      project: city({ points: true }),
      rules: null,
      asOf: null,
    });
    if (!checked.ok) throw new Error(checked.error.code);
    const found = checked.value.report.checked.map(({ rule, conflicts }) => [rule, conflicts > 0]);
    expect(found).toEqual([1000, 200, 300, 50, 500].map((distanceM) => [`bench.within-${distanceM}`, true]));
  });

  it('is the same from the same seed, whatever its schools, and another from another', () => {
    const parcels = parcelsIn(city());
    expect(parcelsIn(city({ sites: 3, points: true }))).toBe(parcels);
    expect(parcelsIn(city({ seed: 6 }))).not.toBe(parcels);
  });
});
