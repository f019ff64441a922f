import { createStore, type StoreApi } from 'zustand/vanilla';
import { totalOf, type Analysis, type AnalysisDelta, type AnalysisTables } from '../domain/analysis';
import type { Finding } from '../domain/conflict';
import { SEVERITIES, type Severity } from '../domain/rule';
import type { Message } from '../domain/message';
import type { Preview } from '../engine/protocol';

export interface AnalysisState {
  /** Of revision `analysis.revision`, which may be behind the plan's while `computing`. Null before the first. */
  readonly analysis: Analysis | null;
  readonly computing: boolean;
  readonly failure: Message | null;
  /** Findings by conflict id, the same objects as in `analysis.findings`. */
  readonly byId: ReadonlyMap<string, Finding>;
  /** Of the site in hand; null when nothing is drawn or dragged. */
  readonly preview: Preview | null;
}

export interface AnalysisStore extends StoreApi<AnalysisState> {
  /** `findings` by conflict id, in their order. */
  replace(tables: AnalysisTables, findings: ReadonlyMap<string, Finding>): void;
  merge(delta: Omit<AnalysisDelta, 'whole'>): void;
  clear(): void;
}

/**
 * The least severity that is listed where not all findings are: a finding below it has no place in the list. Null
 * where all are listed.
 */
function leastListed({ counts, findings }: Analysis): number | null {
  if (totalOf(counts) <= findings.length) return null;
  return findings.reduce((least, { conflict }) => Math.max(least, rankOf(conflict.severity)), 0);
}

function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

const EMPTY: AnalysisState = {
  analysis: null,
  computing: false,
  failure: null,
  byId: new Map(),
  preview: null,
};

export function createAnalysisStore(): AnalysisStore {
  const store = createStore<AnalysisState>(() => EMPTY);
  const put = (analysis: Analysis, byId: ReadonlyMap<string, Finding>) =>
    store.setState({ analysis, byId, computing: false, failure: null });
  return Object.assign(store, {
    replace(tables: AnalysisTables, findings: ReadonlyMap<string, Finding>) {
      put({ ...tables, findings: Array.from(findings.values()) }, findings);
    },
    merge({ upserted, removed, ...tables }: Omit<AnalysisDelta, 'whole'>) {
      const { byId: known, analysis } = store.getState();
      // What changes no finding, a decision for one, leaves the list as it is.
      if (analysis && upserted.length === 0 && removed.length === 0) {
        put({ ...tables, findings: analysis.findings }, known);
        return;
      }
      const byId = new Map(known);
      const least = analysis && leastListed(analysis);
      for (const id of removed) byId.delete(id);
      for (const finding of upserted) {
        const { id, severity } = finding.conflict;
        if (least !== null && rankOf(severity) > least) byId.delete(id);
        else byId.set(id, finding);
      }
      put({ ...tables, findings: Array.from(byId.values()) }, byId);
    },
    clear() {
      store.setState(EMPTY, true);
    },
  });
}
