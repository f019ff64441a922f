import { describe, expect, it } from 'vitest';
import { isForOutsiders } from '../../../src/domain/rule-audience';

describe('isForOutsiders', () => {
  it('asks for a source read in full that is not the office’s own', () => {
    expect(isForOutsiders({ kind: 'law', confidence: 'full-text' })).toBe(true);
    expect(isForOutsiders({ kind: 'local', confidence: 'full-text' })).toBe(true);
    expect(isForOutsiders({ kind: 'law', confidence: 'secondary' })).toBe(false);
    expect(isForOutsiders({ kind: 'office', confidence: 'full-text' })).toBe(false);
    expect(isForOutsiders(undefined)).toBe(false);
  });
});
