import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { idsOf, numberOf, positionsOf, textOf, type GeoFeature } from '../../../src/domain/feature';
import { isFacilityKind } from '../../../src/domain/facility-kind';
import { landUseName } from '../../../src/domain/land-use';
import { isLayerName, LAYER_GEOMETRY } from '../../../src/domain/layer';
import type { Target } from '../../../src/domain/target';
import { invalidity } from '../../../src/geo/validity';

const FOLDER = 'data/jiangcheng';

interface Project {
  readonly name: string;
  readonly classification: string;
  readonly frame: { readonly lon: number; readonly lat: number };
  readonly layers: Readonly<Record<string, string>>;
  readonly rules: readonly string[];
}

interface Collection {
  readonly notice: string;
  readonly features: readonly GeoFeature[];
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}

const project = read('project.json') as Project;
const targets = read('targets.json') as Target[];
const layers = new Map(
  Object.entries(project.layers).map(([name, file]) => [name, read(file) as Collection]),
);

function featuresIn(layer: string): readonly GeoFeature[] {
  const found = layers.get(layer)?.features;
  if (!found) throw new Error(`no layer ${layer}`);
  return found;
}

const schools = featuresIn('schools');
const parcels = featuresIn('parcels');
const idOf = (feature: GeoFeature) => textOf(feature, 'id') ?? '';
const everyFeature = [...layers].flatMap(([layer, { features }]) =>
  features.map((feature) => ({ layer, feature })),
);

/** Twice the signed area of a ring in degrees; above 0 for counter-clockwise. */
function turn(ring: readonly (readonly number[])[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], i) => {
    const [px = 0, py = 0] = ring[i] ?? [];
    return sum + px * y - x * py;
  }, 0);
}

describe('the sample city', () => {
  it('says that it is invented, in the project and in every layer', () => {
    expect(project.name).toContain('示例数据,纯属虚构');
    expect(project.classification).toBe('internal');
    expect([...layers.values()].map(({ notice }) => notice)).toEqual(
      Array.from(layers, () => '示例数据,纯属虚构'),
    );
  });

  it('has its frame at the centre of the box of its districts', () => {
    const all = featuresIn('districts').flatMap((feature) => [...positionsOf(feature.geometry)]);
    const middle = (axis: 0 | 1) => {
      const values = all.map((position) => position[axis] ?? NaN);
      return Math.round((Math.min(...values) + Math.max(...values)) * 50) / 100;
    };
    expect(project.frame).toEqual({ lon: middle(0), lat: middle(1) });
  });

  it('has as many planned sites in each district as the office reported', () => {
    const planned = schools.filter((school) => textOf(school, 'status') === 'planned');
    const count = (district: string) =>
      ['kindergarten', 'primary', 'junior'].map(
        (stage) =>
          planned.filter((s) => textOf(s, 'stage') === stage && textOf(s, 'districtId') === district).length,
      );
    const table = {
      jiangbei: count('jiangbei'),
      qili: count('qili'),
      jiangnan: count('jiangnan'),
      jiangdong: count('jiangdong'),
    };
    expect(table).toEqual({
      jiangbei: [8, 7, 4],
      qili: [11, 6, 3],
      jiangnan: [6, 3, 3],
      jiangdong: [5, 2, 1],
    });
    expect(planned).toHaveLength(59);
  });

  it('has the same numbers in its targets, and a next step without districts', () => {
    const drawn = targets.filter(({ programme }) => programme === 'planned');
    expect(drawn.reduce((sum, { sites }) => sum + sites, 0)).toBe(59);
    for (const { district, stage, sites } of drawn) {
      const here = schools.filter(
        (s) =>
          textOf(s, 'status') === 'planned' &&
          textOf(s, 'districtId') === district &&
          textOf(s, 'stage') === stage,
      );
      expect({ district, stage, sites: here.length }).toEqual({ district, stage, sites });
    }
    const next = targets.filter(({ programme }) => programme === 'next');
    expect(next.map(({ district, stage, sites }) => [district, stage, sites])).toEqual([
      [null, 'kindergarten', 7],
      [null, 'primary', 4],
      [null, 'nine-year', 1],
    ]);
  });

  it('houses 300,000 people, district by district', () => {
    const people = (list: readonly GeoFeature[]) =>
      list.reduce((sum, feature) => sum + (numberOf(feature, 'population') ?? 0), 0);
    expect(people(featuresIn('residential'))).toBe(300_000);
    expect(people(featuresIn('districts'))).toBe(300_000);
  });

  it('has the size of a city', () => {
    expect(parcels.length).toBeGreaterThan(4800);
    expect(featuresIn('facilities').length).toBeGreaterThan(190);
    expect(schools.filter((s) => textOf(s, 'status') === 'existing').length).toBeGreaterThanOrEqual(24);
    const bytes = Object.values(project.layers).map((file) => readFileSync(join(FOLDER, file)).byteLength);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
  });

  it('has layers, ids and geometries that need no repair', () => {
    expect([...layers.keys()].filter((name) => !isLayerName(name))).toEqual([]);
    for (const [name, { features }] of layers) {
      expect({ name, ids: new Set(features.map(idOf)).size }).toEqual({ name, ids: features.length });
    }
    const faults = everyFeature.flatMap(({ layer, feature }) => {
      const fault = invalidity(feature.geometry);
      return fault === null ? [] : [`${layer} ${idOf(feature)}: ${fault}`];
    });
    expect(faults).toEqual([]);
    const foreign = everyFeature.filter(({ layer, feature: { geometry } }) => {
      const dimension = { Point: 'point', LineString: 'line', Polygon: 'polygon' }[geometry.type as string];
      return !isLayerName(layer) || !LAYER_GEOMETRY[layer].some((allowed) => allowed === dimension);
    });
    expect(foreign).toEqual([]);
  });

  it('has closed rings, counter-clockwise, with 7 decimals', () => {
    const rings = everyFeature.flatMap(({ feature: { geometry } }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : [],
    );
    expect(rings.length).toBeGreaterThan(5000);
    expect(rings.filter((ring) => String(ring[0]) !== String(ring.at(-1)))).toEqual([]);
    expect(rings.filter((ring) => turn(ring) <= 0)).toEqual([]);
    const positions = everyFeature.flatMap(({ feature }) => [...positionsOf(feature.geometry)].flat());
    expect(positions.filter((value) => Math.round(value * 1e7) / 1e7 !== value)).toEqual([]);
  });

  it('refers only to things that are there', () => {
    const byId = new Map(parcels.map((parcel) => [idOf(parcel), parcel]));
    const schoolIds = new Set(schools.map(idOf));
    const lost = schools.flatMap((school) =>
      [...idsOf(school, 'parcelIds'), ...idsOf(school, 'hostParcelId')].filter((id) => !byId.has(id)),
    );
    expect(lost).toEqual([]);
    expect(
      featuresIn('reservations').flatMap((r) => idsOf(r, 'schoolIds').filter((id) => !schoolIds.has(id))),
    ).toEqual([]);
    expect(parcels.flatMap((parcel) => idsOf(parcel, 'replaces').filter((id) => !byId.has(id)))).toEqual([]);
    const own = schools.flatMap((school) => idsOf(school, 'parcelIds').map((id) => byId.get(id)!));
    expect(own.length).toBeGreaterThan(70);
    expect(own.filter((parcel) => !textOf(parcel, 'landUse')?.startsWith('0804'))).toEqual([]);
  });

  it('uses codes and kinds that are known', () => {
    expect(parcels.filter((p) => !landUseName('MNR2023', textOf(p, 'landUse') ?? ''))).toEqual([]);
    expect(featuresIn('facilities').filter((f) => !isFacilityKind(textOf(f, 'kind')))).toEqual([]);
  });

  it('shows two campuses of one institution, kindergartens in housing, points, and reservations that ended', () => {
    const campuses = schools.filter((s) => textOf(s, 'institutionId') === 'I-JB-SY');
    expect(campuses).toHaveLength(2);
    expect(schools.filter((s) => textOf(s, 'hostParcelId')).length).toBe(3);
    expect(schools.filter(({ geometry }) => geometry.type === 'Point').length).toBeGreaterThan(2);
    expect(featuresIn('reservations').filter((r) => textOf(r, 'endedByDoc'))).toHaveLength(1);
  });
});

describe('the script that makes the sample city', () => {
  const made = mkdtempSync(join(tmpdir(), 'xuezhi-jiangcheng-'));
  afterAll(() => rmSync(made, { recursive: true }));

  it('gives the committed bytes', () => {
    execFileSync(process.execPath, [join(FOLDER, 'make.mjs'), made]);
    const files = readdirSync(made);
    expect(files).toHaveLength(layers.size + 2);
    const changed = files.filter(
      (file) => !readFileSync(join(made, file)).equals(readFileSync(join(FOLDER, file))),
    );
    expect(changed).toEqual([]);
  });
});
