import { describe, expect, it } from 'vitest';
import type { DecisionAbout } from '../../../src/domain/decision';
import { bestMatch, similarityOf } from '../../../src/domain/decision-match';
import { findingOf } from '../../builders/findings';

const ABOUT: DecisionAbout = {
  rule: 'test.near',
  subject: { layer: 'schools', id: 'S-1' },
  object: { layer: 'parcels', id: 'P-old' },
  objectBox: [106.005, 31.605, 106.01, 31.61],
  objectAreaM2: 8258.7,
};
const parcel = (id: string, box: Parameters<typeof similarityOf>[0]['objectBox'], areaM2: number | null) =>
  findingOf(id, { object: { layer: 'parcels', id } }, { objectBox: box!, objectAreaM2: areaM2 });

describe('the conflict that a decision may have become', () => {
  it('is that whose object is most like the one that is gone', () => {
    const findings = [
      parcel('half', [106.005, 31.605, 106.0075, 31.61], 4129.3),
      parcel('same', [106.005, 31.605, 106.01, 31.6101], 8300),
      parcel('far', [106.05, 31.605, 106.055, 31.61], 8258.7),
    ];
    const match = bestMatch(ABOUT, findings);
    expect(match?.finding.conflict.id).toBe('same');
    expect(match?.similarity).toBeGreaterThan(0.95);
  });

  it('is none where only another rule, school or quite another shape is found', () => {
    expect(bestMatch(ABOUT, [findingOf('a', { rule: 'test.other' })])).toBeNull();
    expect(bestMatch(ABOUT, [findingOf('a', { subject: { layer: 'schools', id: 'S-2' } })])).toBeNull();
    expect(bestMatch(ABOUT, [parcel('half', [106.005, 31.605, 106.0075, 31.61], 4129.3)])).toBeNull();
  });

  it('knows points by their place, and nothing without one', () => {
    const point = { objectBox: [106, 31.6, 106, 31.6], objectAreaM2: null } as const;
    expect(similarityOf(point, { objectBox: [106, 31.6, 106, 31.6], objectAreaM2: null })).toBe(1);
    expect(similarityOf(point, { objectBox: [106.0001, 31.6, 106.0001, 31.6], objectAreaM2: null })).toBe(0);
    expect(similarityOf(point, { objectBox: [106, 31.6, 106, 31.6], objectAreaM2: 5 })).toBe(0);
    expect(similarityOf({}, { objectBox: [106, 31.6, 106, 31.6], objectAreaM2: null })).toBe(0);
  });
});
