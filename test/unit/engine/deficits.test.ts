import { describe, expect, it } from 'vitest';
import type { CoverageRow } from '../../../src/domain/analysis';
import type { JsonObject } from '../../../src/domain/json';
import type { Standard } from '../../../src/domain/rule';
import type { Target } from '../../../src/domain/target';
import { deficitsOf, type LocatedSchool } from '../../../src/engine/deficits';
import { standardsOf } from '../../../src/engine/standards';
import { packRecord, STANDARD } from '../../builders/plan-records';
import { pointFeature } from '../../builders/small-town';

function school(district: string | null, properties: JsonObject, areaM2?: number): LocatedSchool {
  const id = typeof properties.id === 'string' ? properties.id : 's';
  return { id, feature: pointFeature(id, 0, 0, properties), district, areaM2 };
}

function standard(kind: Standard['kind'], stage: string, value: number, enabled = true): Standard {
  return { ...STANDARD, id: `${kind}.${stage}.${value}`, kind, stage, value, enabled };
}

const target = (
  programme: string,
  district: string | null,
  stage: string,
  sites: number,
  basis: Target['basis'] = 'new',
) => ({ programme, district, stage, sites, basis }) satisfies Target;

interface Input {
  readonly targets?: readonly Target[];
  readonly schools?: readonly LocatedSchool[];
  readonly standards?: readonly Standard[];
  readonly coverage?: readonly CoverageRow[];
  readonly residents?: ReadonlyMap<string, number>;
}

function deficits({
  targets = [],
  schools = [],
  standards = [],
  coverage = [],
  residents = new Map(),
}: Input) {
  return deficitsOf({
    targets,
    schools,
    standards: standardsOf([packRecord('p', undefined, { standards })]),
    coverage,
    residents,
  });
}

const many = (
  count: number,
  district: string | null,
  status: string,
  stage = 'primary',
  more: JsonObject = {},
) => Array.from({ length: count }, () => school(district, { stage, status, ...more }));

describe('sites', () => {
  const planned = target('planned', 'north', 'primary', 7);
  const next = target('next', null, 'primary', 4);
  const missing = (targets: readonly Target[], schools: readonly LocatedSchool[]) =>
    deficits({ targets, schools }).map((deficit) => [deficit.programme, deficit.actual, deficit.missing]);

  it('are missing as long as new ones are fewer than the target', () => {
    expect(deficits({ targets: [planned], schools: many(5, 'north', 'planned') })).toEqual([
      {
        kind: 'sites',
        programme: 'planned',
        district: 'north',
        stage: 'primary',
        target: 7,
        actual: 5,
        missing: 2,
        unit: 'site',
      },
    ]);
    expect(missing([planned], many(7, 'north', 'planned'))).toEqual([]);
    expect(missing([planned], many(9, 'north', 'under-construction'))).toEqual([]);
  });

  it('count by district, stage and basis', () => {
    const others = [...many(9, 'south', 'planned'), ...many(9, 'north', 'planned', 'junior')];
    expect(missing([planned], others)).toEqual([['planned', 0, 7]]);
    expect(missing([planned], [...many(9, 'north', 'existing'), ...many(9, 'north', 'proposed')])).toEqual([
      ['planned', 0, 7],
    ]);
    expect(missing([{ ...planned, basis: 'total' }], many(5, 'north', 'existing'))).toEqual([
      ['planned', 5, 2],
    ]);
    expect(
      missing(
        [{ ...planned, district: null }],
        [...many(3, 'north', 'planned'), ...many(2, null, 'planned')],
      ),
    ).toEqual([['planned', 5, 2]]);
  });

  it('of the next step are proposed ones', () => {
    const drawn = many(7, 'north', 'planned');
    expect(missing([planned, next], drawn)).toEqual([['next', 0, 4]]);
    expect(missing([planned, next], [...drawn, ...many(1, 'south', 'proposed')])).toEqual([['next', 1, 3]]);
  });

  it('of the next step are those that other targets leave over, district by district', () => {
    const south = target('planned', 'south', 'primary', 2);
    const schools = [...many(9, 'north', 'planned'), ...many(1, 'south', 'planned')];
    expect(missing([planned, south, next], schools)).toEqual([
      ['planned', 1, 1],
      ['next', 2, 2],
    ]);
    expect(missing([planned, next], [...many(7, 'north', 'planned'), ...many(1, null, 'planned')])).toEqual([
      ['next', 1, 3],
    ]);
    expect(missing([target('planned', null, 'primary', 3), next], many(5, 'north', 'planned'))).toEqual([
      ['next', 2, 2],
    ]);
    expect(missing([planned, target('next', 'south', 'primary', 1)], many(9, 'north', 'planned'))).toEqual([
      ['next', 0, 1],
    ]);
  });

  it('go by the programme that a school names', () => {
    const named = many(2, 'north', 'planned', 'primary', { programme: 'next' });
    expect(missing([planned, next], [...many(5, 'north', 'planned'), ...named])).toEqual([
      ['planned', 5, 2],
      ['next', 2, 2],
    ]);
    const other = many(3, 'north', 'planned', 'primary', { programme: 'phase-2' });
    expect(missing([planned, target('phase-2', 'north', 'primary', 4)], other)).toEqual([
      ['planned', 0, 7],
      ['phase-2', 3, 1],
    ]);
  });
});

describe('site areas', () => {
  const standards = [
    standard('site-area', 'primary', 18),
    standard('site-area', 'junior', 22),
    standard('pupils-per-class', 'primary', 45),
    standard('pupils-per-class', 'junior', 50),
  ];
  const areas = (properties: JsonObject, areaM2: number | undefined, given = standards) =>
    deficits({ schools: [school('north', { id: 'a', ...properties }, areaM2)], standards: given }).map(
      (deficit) => [deficit.kind, deficit.school, deficit.stage, deficit.target, Math.round(deficit.missing)],
    );

  it('are missing for the pupils, counted or by classes', () => {
    expect(areas({ stage: 'primary', pupils: 1000 }, 17000)).toEqual([
      ['site-area', 'a', 'primary', 18000, 1000],
    ]);
    expect(areas({ stage: 'primary', classes: 24 }, 10000)).toEqual([
      ['site-area', 'a', 'primary', 19440, 9440],
    ]);
    expect(areas({ stage: 'primary', pupils: 1000, classes: 99 }, 18000)).toEqual([]);
    expect(areas({ stage: 'primary', pupils: 1000 }, 17999.5)).toEqual([]);
  });

  it('are unknown of a point, without pupils, without a standard', () => {
    expect(areas({ stage: 'primary', pupils: 1000 }, undefined)).toEqual([]);
    expect(areas({ stage: 'primary' }, 1)).toEqual([]);
    expect(areas({ stage: 'senior', pupils: 1000 }, 1)).toEqual([]);
    expect(
      areas({ stage: 'primary', pupils: 1000 }, 1, [standard('site-area', 'primary', 18, false)]),
    ).toEqual([]);
  });

  it('of several stages are the sum of the sections, given or 2 : 1', () => {
    const sections = [
      { stage: 'primary', classes: 18 },
      { stage: 'junior', classes: 9, pupils: 400 },
    ];
    const given = 18 * 45 * 18 + 400 * 22;
    expect(areas({ stage: 'nine-year', sections }, given - 100)).toEqual([
      ['site-area', 'a', 'nine-year', given, 100],
    ]);
    const split = 18 * 45 * 18 + 9 * 50 * 22;
    expect(areas({ stage: 'nine-year', classes: 27 }, split - 100)).toEqual([
      ['site-area', 'a', 'nine-year', split, 100],
    ]);
    expect(areas({ stage: 'nine-year', pupils: 1260 }, split - 100)).toEqual([
      ['site-area', 'a', 'nine-year', split, 100],
    ]);
    const own = [standard('site-area', 'nine-year', 19)];
    expect(areas({ stage: 'nine-year', pupils: 100 }, 1000, own)).toEqual([
      ['site-area', 'a', 'nine-year', 1900, 900],
    ]);
  });
});

describe('seats', () => {
  const standards = [
    standard('seats', 'primary', 80),
    standard('seats', 'primary', 100),
    standard('pupils-per-class', 'primary', 45),
  ];
  const residents = new Map([['north', 10_000]]);

  it('are those of schools that stand or are being built', () => {
    const schools = [
      school('north', { stage: 'primary', status: 'existing', classes: 10, pupils: 1 }),
      school('north', { stage: 'nine-year', status: 'under-construction', classes: 9 }),
      school('north', { stage: 'primary', status: 'planned', classes: 100 }),
      school('south', { stage: 'primary', status: 'existing', classes: 100 }),
      school('north', { stage: 'junior', status: 'existing', classes: 100 }),
    ];
    const actual = 10 * 45 + 6 * 45;
    expect(deficits({ schools, standards, residents })).toEqual([
      {
        kind: 'seats',
        district: 'north',
        stage: 'primary',
        target: 1000,
        actual,
        missing: 1000 - actual,
        unit: 'seat',
      },
    ]);
    expect(
      deficits({ schools: many(30, 'north', 'existing', 'primary', { pupils: 50 }), standards, residents }),
    ).toEqual([]);
  });
});

describe('coverage', () => {
  const row = (district: string | null, stage: string) =>
    ({
      district,
      stage,
      radiusM: 500,
      residents: 1000,
      residentsCovered: 899.6,
      uncounted: 0,
    }) satisfies CoverageRow;
  const coverage = [row('north', 'primary'), row(null, 'primary'), row('north', 'junior')];

  it('is missing by district where a pack sets a radius', () => {
    const standards = [standard('service-radius', 'primary', 500)];
    expect(deficits({ coverage, standards })).toEqual([
      {
        kind: 'coverage',
        district: 'north',
        stage: 'primary',
        target: 1000,
        actual: 900,
        missing: 100,
        unit: 'person',
      },
    ]);
    expect(deficits({ coverage })).toEqual([]);
  });

  it('wants the share that a pack sets', () => {
    expect(deficits({ coverage, standards: [standard('coverage', 'primary', 0.95)] })).toMatchObject([
      { target: 950, missing: 50 },
    ]);
    expect(deficits({ coverage, standards: [standard('coverage', 'primary', 0.9)] })).toEqual([]);
  });
});
