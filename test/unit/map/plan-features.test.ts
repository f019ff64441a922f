import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/domain/plan';
import { EMPTY_DIFF } from '../../../src/domain/plan-diff';
import { planFeatures, sourceDiffs } from '../../../src/map/plan-features';
import { featureRecord, projectRecord, schoolRecord, squareAt } from '../../builders/plan-records';

const SCHOOL = schoolRecord('7', { stage: 'junior', secret: '不上图' });
const DISTRICT = featureRecord('districts', 'd', { name: '江北' });

describe('planFeatures', () => {
  it('gives a source the features of its collection, under text ids, with what the map draws by only', () => {
    expect(planFeatures(planOf([SCHOOL, DISTRICT]), 'schools')).toEqual([
      {
        type: 'Feature',
        geometry: SCHOOL.feature.geometry,
        properties: { _id: '7', name: '学校 7', stage: 'junior', status: 'existing' },
      },
    ]);
  });

  it('gives one point per feature of every collection, under ids that cannot collide', () => {
    const twin = featureRecord('reservations', '7');
    const points = planFeatures(planOf([SCHOOL, DISTRICT, twin]), 'plan-points');
    expect(points.map(({ properties }) => String(properties?._id)).sort()).toEqual([
      'districts/d',
      'reservations/7',
      'schools/7',
    ]);
    expect(points.every(({ geometry }) => geometry.type === 'Point')).toBe(true);
  });

  it('has no point for an empty geometry', () => {
    const empty = schoolRecord('e', {}, { type: 'MultiPolygon', coordinates: [] });
    expect(planFeatures(planOf([empty]), 'plan-points')).toEqual([]);
  });
});

describe('sourceDiffs', () => {
  it('replaces a modified feature and its point, and touches no other source', () => {
    const after = schoolRecord('7', {}, squareAt(106.1, 31.5));
    const diffs = sourceDiffs({ ...EMPTY_DIFF, modified: [[SCHOOL, after]] });
    expect([...diffs.keys()].sort()).toEqual(['plan-points', 'schools']);
    expect(diffs.get('schools')?.remove).toEqual(['7']);
    expect(diffs.get('schools')?.add?.map(({ geometry }) => geometry)).toEqual([after.feature.geometry]);
    expect(diffs.get('plan-points')?.remove).toEqual(['schools/7']);
    expect(diffs.get('plan-points')?.add).toHaveLength(1);
  });

  it('adds what was created and removes what was deleted', () => {
    const diffs = sourceDiffs({ created: [SCHOOL], modified: [], deleted: [DISTRICT] });
    expect(diffs.get('schools')).toMatchObject({ remove: [], add: [{ properties: { _id: '7' } }] });
    expect(diffs.get('districts')).toEqual({ remove: ['d'], add: [] });
    expect(diffs.get('plan-points')?.remove).toEqual(['districts/d']);
  });

  it('leaves the sources alone where no feature changed', () => {
    expect(sourceDiffs({ ...EMPTY_DIFF, created: [projectRecord()] }).size).toBe(0);
  });
});
