import { describe, expect, it } from 'vitest';
import type { GeoFeature } from '../../../src/domain/feature';
import type { Standard } from '../../../src/domain/rule';
import { createCoverage, type Coverage } from '../../../src/engine/coverage';
import { itemOf } from '../../../src/engine/layer-item';
import { finished } from '../../../src/engine/pacer';
import { createRecordLayer } from '../../../src/engine/record-layer';
import { standardsOf } from '../../../src/engine/standards';
import { createFrame } from '../../../src/geo/frame';
import { packRecord, STANDARD } from '../../builders/plan-records';
import { areaFeature, boxFeature, pointFeature, TOWN_CENTRE } from '../../builders/small-town';

const frame = createFrame(TOWN_CENTRE);
const layerOf = (layer: 'residential' | 'districts', features: readonly GeoFeature[]) =>
  finished(
    createRecordLayer(
      frame,
      layer,
      features.map((feature) => ({ id: String(feature.id), feature })),
    ),
  );
const item = (feature: GeoFeature) => itemOf(frame, 'schools', String(feature.id), feature);

const districts = [
  boxFeature('west', [-1000, -1000, 1000, 2000]),
  boxFeature('east', [0, -1000, 1000, 2000]),
];
const primary = { stage: 'primary', status: 'existing' };

function coverage(
  schools: readonly GeoFeature[],
  homes: readonly GeoFeature[],
  standards: readonly Standard[] = [{ ...STANDARD, value: 100 }],
  householdSize?: number,
): Coverage {
  const setting = {
    residential: layerOf('residential', homes),
    districts: layerOf('districts', districts),
    standards: standardsOf([packRecord('p', undefined, { standards })]),
    ...(householdSize === undefined ? {} : { householdSize }),
  };
  return finished(createCoverage(setting, schools.map(item)));
}

function covered(of: Coverage, district: string | null, stage = 'primary') {
  const row = of.rows().find((one) => one.district === district && one.stage === stage);
  return row && [row.residents, Math.round(row.residentsCovered * 1000) / 1000];
}

/** Share of a box that lies within 100 m of some point, counted on a fine grid. */
function counted(
  [x, y, width, height]: readonly [number, number, number, number],
  points: readonly [number, number][],
) {
  const steps = 500;
  let inside = 0;
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const px = x + ((i + 0.5) / steps) * width;
      const py = y + ((j + 0.5) / steps) * height;
      if (points.some(([qx, qy]) => Math.hypot(px - qx, py - qy) <= 100)) inside += 1;
    }
  }
  return inside / steps ** 2;
}

describe('coverage', () => {
  const home = boxFeature('h', [10, 10, 50, 50], { population: 1000 });

  it('counts all of a home within reach, none out of it', () => {
    expect(covered(coverage([pointFeature('s', 20, 20, primary)], [home]), 'east')).toEqual([1000, 1000]);
    expect(covered(coverage([pointFeature('s', -200, 20, primary)], [home]), 'east')).toEqual([1000, 0]);
    expect(covered(coverage([pointFeature('s', 20, 20, primary)], [home]), 'west')).toEqual([0, 0]);
  });

  it('counts nobody twice', () => {
    const schools = [pointFeature('a', 20, 20, primary), boxFeature('b', [10, 10, 50, 50], primary)];
    const both = coverage(schools, [home]);
    expect(covered(both, 'east')).toEqual([1000, 1000]);
    expect(covered(both, null)).toEqual([1000, 1000]);
    expect(both.catchments().map(({ residents }) => Math.round(residents))).toEqual([1000, 1000]);
  });

  it('joins catchments that each hold a part', () => {
    const box = [-60, 0, 160, 120] as const;
    const points: [number, number][] = [
      [-100, 40],
      [-90, 100],
      [120, -30],
    ];
    const schools = points.map(([x, y], n) => pointFeature(`s${n}`, x, y, primary));
    const wide = boxFeature('h', box, { population: 1000 });
    const [, inside] = covered(coverage(schools, [wide]), null)!;
    expect(inside! / 1000).toBeCloseTo(counted(box, points), 3);
  });

  it('serves with planned sites, not with proposed ones', () => {
    const at = (status: string) => [pointFeature('s', 20, 20, { stage: 'primary', status })];
    expect(covered(coverage(at('planned'), [home]), 'east')).toEqual([1000, 1000]);
    const proposed = coverage(at('proposed'), [home]);
    expect(covered(proposed, 'east')).toEqual([1000, 0]);
    expect(proposed.catchments()).toMatchObject([{ school: 's', residents: 1000 }]);
  });

  it('lets a nine-year school serve both its stages, and others those they name', () => {
    const stages = (properties: Record<string, string>, sections?: { stage: string }[]) =>
      coverage([pointFeature('s', 20, 20, { ...properties, ...(sections && { sections }) })], [home])
        .catchments()
        .map(({ stage, radiusM }) => `${stage} ${radiusM}`);
    expect(stages({ stage: 'nine-year' })).toEqual(['junior 1000', 'primary 100']);
    expect(stages({ stage: 'complete' })).toEqual(['junior 1000']);
    expect(stages({ stage: 'twelve-year' }, [{ stage: 'primary' }, { stage: 'senior' }])).toEqual([
      'primary 100',
    ]);
    expect(stages({ stage: 'kindergarten' })).toEqual(['kindergarten 300']);
    expect(stages({ stage: 'senior' })).toEqual([]);
  });

  it('takes homes that are points, and makes up no residents', () => {
    const homes = [
      pointFeature('in', 100, 20, { population: 30 }),
      pointFeature('out', 130, 20, { population: 50 }),
      pointFeature('unknown', 20, 20, { households: 100 }),
    ];
    expect(covered(coverage([pointFeature('s', 20, 20, primary)], homes), 'east')).toEqual([80, 30]);
  });

  it('gives a catchment its exact area', () => {
    const campus = boxFeature('s', [0, 0, 100, 80], primary);
    const [only] = coverage([campus], []).catchments();
    expect(only!.areaM2).toBeCloseTo(8000 + 360 * 100 + Math.PI * 100 ** 2, 2);
  });

  it('counts households only with an assumed size, and else says how many areas it left out', () => {
    const homes = [
      home,
      pointFeature('flats', 20, 30, { households: 100 }),
      pointFeature('silent', -300, 20, {}),
    ];
    const schools = [pointFeature('s', 20, 20, primary)];
    const uncounted = (of: Coverage) =>
      of
        .rows()
        .filter(({ stage }) => stage === 'primary')
        .map((row) => [row.district, row.uncounted]);
    const unknown = coverage(schools, homes);
    expect(covered(unknown, 'east')).toEqual([1000, 1000]);
    expect(uncounted(unknown)).toEqual([
      ['east', 1],
      ['west', 1],
      [null, 2],
    ]);
    const assumed = coverage(schools, homes, undefined, 2.5);
    expect(covered(assumed, 'east')).toEqual([1250, 1250]);
    expect(assumed.catchments()[0]?.residents).toBe(1250);
    expect(uncounted(assumed)).toEqual([
      ['east', 0],
      ['west', 1],
      [null, 1],
    ]);
  });

  it('follows the schools', () => {
    const of = coverage([pointFeature('s', 20, 20, primary)], [home]);
    expect(covered(of, 'east')).toEqual([1000, 1000]);
    of.put(item(pointFeature('s', 500, 20, primary)));
    expect(covered(of, 'east')).toEqual([1000, 0]);
    of.put(item(pointFeature('t', 30, 30, primary)));
    expect(covered(of, 'east')).toEqual([1000, 1000]);
    of.remove('t');
    expect(covered(of, 'east')).toEqual([1000, 0]);
    expect(of.residents()).toEqual(
      new Map([
        ['east', 1000],
        ['west', 0],
      ]),
    );
  });

  it('has no rows without homes to count', () => {
    const setting = { residential: undefined, districts: undefined, standards: standardsOf([]) };
    const of = finished(createCoverage(setting, [item(pointFeature('s', 0, 0, primary))]));
    expect(of.rows()).toEqual([]);
    expect(of.residents().size).toBe(0);
    expect(of.catchments()).toMatchObject([{ radiusM: 500, residents: 0 }]);
  });

  it('leaves out a hole in a home', () => {
    const hollow = areaFeature(
      'h',
      [
        [
          [0, 0],
          [40, 0],
          [40, 40],
          [0, 40],
        ],
        [
          [0.5, 0.5],
          [39.5, 0.5],
          [39.5, 39.5],
          [0.5, 39.5],
        ],
      ],
      { population: 100 },
    );
    const [, inside] = covered(coverage([pointFeature('s', 120, 20, primary)], [hollow]), 'east')!;
    expect(inside).toBeGreaterThan(40);
    expect(inside).toBeLessThan(60);
  });
});
