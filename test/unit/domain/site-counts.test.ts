import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FeatureRecord } from '../../../src/domain/plan';
import type { Target } from '../../../src/domain/target';
import { programmeLines, siteTable, stockTable, tabledProgrammes } from '../../../src/domain/site-counts';
import { schoolRecord } from '../../builders/plan-records';

const TARGETS = JSON.parse(readFileSync('data/jiangcheng/targets.json', 'utf8')) as Target[];

/** As many planned sites of each stage in each district as wanted. */
function sitedAsWanted(): { schools: FeatureRecord[]; districtOf: Record<string, string> } {
  const schools: FeatureRecord[] = [];
  const districtOf: Record<string, string> = {};
  for (const { district, stage, sites } of TARGETS) {
    if (district === null) continue;
    for (let n = 0; n < sites; n++) {
      const id = `${district}-${stage}-${n}`;
      schools.push(schoolRecord(id, { stage, status: 'planned' }));
      districtOf[id] = district;
    }
  }
  return { schools, districtOf };
}

describe('the office’s table', () => {
  it('has the reported numbers of the four districts and their totals', () => {
    const { schools, districtOf } = sitedAsWanted();
    const table = siteTable(TARGETS, 'planned', schools, districtOf);
    expect(table.stages).toEqual(['kindergarten', 'primary', 'junior']);
    const numbers = Object.fromEntries(
      table.rows.map((row) => [row.district, row.cells.map(({ target }) => target)]),
    );
    expect(numbers).toEqual({
      jiangbei: [8, 7, 4],
      qili: [11, 6, 3],
      jiangnan: [6, 3, 3],
      jiangdong: [5, 2, 1],
    });
    expect(table.totals).toEqual([
      { target: 30, sited: 30 },
      { target: 18, sited: 18 },
      { target: 11, sited: 11 },
    ]);
    expect(table.total).toEqual({ target: 59, sited: 59 });
  });

  it('counts neither existing nor proposed sites towards new ones', () => {
    const schools = [
      schoolRecord('a', { stage: 'primary', status: 'existing' }),
      schoolRecord('b', { stage: 'primary', status: 'proposed' }),
      schoolRecord('c', { stage: 'primary', status: 'under-construction' }),
    ];
    const districtOf = { a: 'jiangbei', b: 'jiangbei', c: 'jiangbei' };
    const row = siteTable(TARGETS, 'planned', schools, districtOf).rows.find(
      ({ district }) => district === 'jiangbei',
    );
    expect(row?.cells[1]).toEqual({ target: 7, sited: 1 });
  });

  it('is made for programmes with districts only', () => {
    expect(tabledProgrammes(TARGETS)).toEqual(['planned']);
  });
});

describe('the next step', () => {
  it('wants 7 kindergartens, 4 primary schools and 1 nine-year school, all missing before any analysis', () => {
    expect(
      programmeLines(TARGETS, null).map(({ stage, target, missing }) => [stage, target, missing]),
    ).toEqual([
      ['kindergarten', 7, 7],
      ['primary', 4, 4],
      ['nine-year', 1, 1],
    ]);
  });

  it('takes what is missing from the analysis', () => {
    const deficit = {
      kind: 'sites',
      programme: 'next',
      district: null,
      stage: 'primary',
      target: 4,
      actual: 1,
      missing: 3,
      unit: 'site',
    } as const;
    const primary = programmeLines(TARGETS, [deficit]).find(({ stage }) => stage === 'primary');
    expect(primary).toMatchObject({ target: 4, sited: 1, missing: 3 });
  });
});

it('counts the stock by stage and status', () => {
  const table = stockTable([
    schoolRecord('a'),
    schoolRecord('b', { status: 'planned' }),
    schoolRecord('c', { stage: 'junior' }),
  ]);
  expect(table.map(({ stage }) => stage)).toEqual(['primary', 'junior']);
  expect(Object.fromEntries(table[0]?.byStatus ?? [])).toEqual({ existing: 1, planned: 1 });
});
