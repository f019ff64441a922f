import { describe, expect, it } from 'vitest';
import { conflictTableWords } from '../../../src/i18n/conflict-table-words';

const { use } = conflictTableWords('zh');

describe('land use in the conflict table', () => {
  it('is named by the scheme of the parcel: the same digits mean different things', () => {
    expect(use('parcels', '0803', 'MNR2023')).toBe('0803 文化用地');
    expect(use('parcels', '0803', 'GBT21010-2017')).toContain('教育');
    expect(use('parcels', 'A33', 'GB50137-2011')).toContain('中小学');
  });

  it('stays a bare code where the scheme is not given', () => {
    expect(use('parcels', '0803', null)).toBe('0803');
  });
});
