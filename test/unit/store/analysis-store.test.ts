import { describe, expect, test } from 'vitest';
import { NO_FINDINGS, type FindingCounts } from '../../../src/domain/analysis';
import { createAnalysisStore } from '../../../src/store/analysis-store';
import { byId, findingOf, tablesOf } from '../../builders/findings';

const tables = (counts: Partial<FindingCounts>) => tablesOf({ counts: { ...NO_FINDINGS, ...counts } });

function holding(counts: Partial<FindingCounts>) {
  const store = createAnalysisStore();
  const findings = [findingOf('a'), findingOf('b', { severity: 'restrict' })];
  store.replace(tables(counts), byId(findings));
  const listed = () => [...store.getState().byId.keys()];
  return { store, listed };
}

describe('the findings of the analysis', () => {
  test('take in what changed, whatever its severity, where all are listed', () => {
    const { store, listed } = holding({ prohibit: 1, restrict: 1 });
    const upserted = [findingOf('c', { severity: 'notice' })];
    store.merge({ ...tables({ restrict: 1, notice: 1 }), upserted, removed: ['a'] });
    expect(listed()).toEqual(['b', 'c']);
    expect(store.getState().analysis?.findings.map(({ conflict }) => conflict.id)).toEqual(['b', 'c']);
  });

  test('stay the gravest where more were found than are listed', () => {
    const { store, listed } = holding({ prohibit: 1, restrict: 7, notice: 100 });
    const upserted = [
      findingOf('c', { severity: 'notice' }),
      findingOf('d', { severity: 'restrict' }),
      findingOf('a', { severity: 'study' }),
    ];
    store.merge({ ...tables({ restrict: 8, study: 1, notice: 101 }), upserted, removed: [] });
    expect(listed()).toEqual(['b', 'd']);
  });
});
