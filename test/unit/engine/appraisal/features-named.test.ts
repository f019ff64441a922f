import { describe, expect, it } from 'vitest';
import { featuresNamed } from '../../../../src/engine/appraisal/features-named';
import { stateOf } from '../../../builders/appraised';
import { boxFeature } from '../../../builders/small-town';

const parcels = stateOf({
  layers: {
    schools: [],
    parcels: ['P-10', 'P-1', 'Q-2', 'P-100'].map((id, n) =>
      boxFeature(id, [100 * n, 0, 50, 50], id === 'Q-2' ? { name: '滨江花园 P' } : {}),
    ),
  },
}).layers.get('parcels')!;

const ids = (text: string, limit = 10) => featuresNamed(parcels, text, limit).map(({ id }) => id);

describe('looking for a parcel', () => {
  it('puts that very id first, then whatever holds the text in id or name, once', () => {
    expect(ids('P-1')[0]).toBe('P-1');
    expect(ids('P-1').sort()).toEqual(['P-1', 'P-10', 'P-100']);
    expect(ids(' p ').sort()).toEqual(['P-1', 'P-10', 'P-100', 'Q-2']);
    expect(featuresNamed(parcels, '滨江', 10)).toEqual([{ id: 'Q-2', name: '滨江花园 P' }]);
  });

  it('ends at the limit, and finds nothing of nothing', () => {
    expect(ids('p', 2)).toHaveLength(2);
    expect(ids('  ')).toEqual([]);
    expect(ids('没有')).toEqual([]);
    expect(featuresNamed(undefined, 'P', 10)).toEqual([]);
  });
});
