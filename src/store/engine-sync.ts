import { totalOf, type AnalysisTables } from '../domain/analysis';
import type { FeatureNotice } from '../domain/conflict';
import { message } from '../domain/message';
import type { Plan } from '../domain/plan';
import { compose, type PlanDiff } from '../domain/plan-diff';
import { messageOf } from '../engine/client';
import { nextTurn } from '../io/import/next-turn';
import type { Progress } from '../engine/protocol';
import type { AnalysisStore } from './analysis-store';
import { isAbort, type StoreEngine } from './engine-port';
import { listFindings, MOST_LISTED } from './finding-pages';
import type { LayerKeeper } from './layer-keeper';
import type { PlanStore } from './plan-store';
import type { SessionStore } from './session-store';

export interface EngineSyncDeps {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly analysis: AnalysisStore;
  readonly engine: Pick<StoreEngine, 'load' | 'findings' | 'update' | 'changes'>;
  readonly layers: LayerKeeper;
  /** What reading the open project's collections rejected and repaired. */
  readonly notices: () => {
    readonly rejected: readonly FeatureNotice[];
    readonly repaired: readonly FeatureNotice[];
  };
}

export interface EngineSync {
  /** Resolves when the analysis is of the plan as it is, or cannot be. */
  idle(): Promise<void>;
  stop(): void;
}

const BUSY = 'engine-load';

/** A list that was cut off is made anew when less than this share of it is left. */
const FULL_ENOUGH = 0.75;

/** What the engine has not been told yet. */
type Behind = { readonly kind: 'all' } | { readonly kind: 'diff'; readonly diff: PlanDiff } | null;

/**
 * Keeps the engine and the analysis in step with the plan: one request at a time, changes that come meanwhile
 * joined into one. After any failure the next change has the engine take the whole plan again.
 */
export function startEngineSync(deps: EngineSyncDeps): EngineSync {
  const { plan, session, analysis, engine, layers } = deps;
  let behind: Behind = null;
  let mustLoad = true;
  let running: Promise<void> | null = null;
  const isBehind = () => behind !== null;
  const isOverturned = () => behind?.kind === 'all';
  let loading: AbortController | null = null;

  const load = async (whole: Plan, revision: number) => {
    const controller = new AbortController();
    loading = controller;
    const cancel = () => controller.abort(new DOMException('cancelled', 'AbortError'));
    session.startBusy({ id: BUSY, label: message('busy.computing'), done: 0, total: 0, cancel });
    const options = {
      signal: controller.signal,
      onProgress: ({ done, total }: Progress) => session.updateBusy(BUSY, done, total),
    };
    try {
      await ensure(whole, whole, options);
      const records = Array.from(whole.values());
      const tables = await engine.load({ records, revision, notices: deps.notices() }, options);
      mustLoad = false;
      layers.loaded(whole);
      await list(tables);
    } finally {
      loading = null;
      session.endBusy(BUSY);
    }
  };

  /** The tables with their findings, unless another plan has come meanwhile. */
  const list = async (tables: AnalysisTables) => {
    const findings = await listFindings(engine, MOST_LISTED, isOverturned);
    if (findings) analysis.replace(tables, findings);
  };

  /** Whether so many of the listed findings are gone that others should take their places. */
  const isShort = ({ counts }: AnalysisTables) => {
    const listed = analysis.getState().byId.size;
    return listed < MOST_LISTED * FULL_ENOUGH && listed < totalOf(counts);
  };

  const ensure = async (
    records: Plan | PlanDiff,
    whole: Plan,
    options?: Parameters<LayerKeeper['ensure']>[2],
  ) => {
    const wanted =
      'created' in records
        ? [...records.created, ...records.modified.map(([, after]) => after)]
        : records.values();
    const [missing] = await layers.ensure(wanted, whole, options);
    if (missing !== undefined) session.notify('error', message('layer.content-missing', { layer: missing }));
  };

  const step = async (next: NonNullable<Behind>) => {
    const { plan: whole, revision } = plan.getState();
    if (next.kind === 'all' || mustLoad) return load(whole, revision);
    await ensure(next.diff, whole);
    await engine.update(next.diff, revision);
    const { whole: all, ...delta } = await engine.changes();
    if (isOverturned()) return;
    if (!all) analysis.merge(delta);
    if (all || isShort(delta)) await list(delta);
  };

  const catchUp = async () => {
    while (behind) {
      const next: NonNullable<Behind> = behind;
      behind = null;
      try {
        await step(next);
      } catch (error) {
        mustLoad = true;
        // Given up for a newer plan: that one comes next.
        if (isAbort(error) && isBehind()) continue;
        const failure = isAbort(error) ? message('engine.cancelled') : messageOf(error);
        analysis.setState({ failure });
        session.notify(isAbort(error) ? 'warning' : 'error', failure);
      }
    }
    analysis.setState({ computing: false });
    running = null;
  };

  const tell = (news: NonNullable<Behind>) => {
    if (news.kind === 'diff' && behind?.kind === 'diff')
      behind = { kind: 'diff', diff: compose(behind.diff, news.diff) };
    else if (behind?.kind !== 'all') behind = news;
    analysis.setState({ computing: true });
    // In a turn of its own: to hand over thousands of records takes one.
    running ??= nextTurn().then(catchUp);
  };

  const stops = [
    plan.onTransaction(({ diff }) => tell({ kind: 'diff', diff })),
    plan.onReset(() => {
      analysis.clear();
      behind = { kind: 'all' };
      loading?.abort(new DOMException('another project', 'AbortError'));
      tell({ kind: 'all' });
    }),
  ];

  return {
    async idle() {
      while (running) await running;
    },
    stop() {
      for (const stop of stops) stop();
      loading?.abort(new DOMException('closed', 'AbortError'));
    },
  };
}
