import { createStore } from 'zustand/vanilla';
import type { MergeChoice, MergeItem } from '../../domain/compare/merge-item';
import { mergePlans, type MergeInput } from '../../domain/compare/merge-plans';
import { resolveMerge } from '../../domain/compare/resolve-merge';
import type { LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import type { Plan } from '../../domain/plan';
import { isEmpty } from '../../domain/plan-diff';
import { err, ok, type Result } from '../../domain/result';
import { showClassifiedNotice } from '../classified-notice';
import type { BaseChoice, CompareSource, CompareState, CompareStore, Merging } from '../compare-store';
import { isAbort } from '../engine-port';
import { watched } from '../folder-state';
import { toldOf, type ProjectContext } from '../project/project-context';
import { commonBase } from './common-base';
import { compareWith } from './compare-with';
import { withoutKnown } from './known-layers';
import { allEntries, planAt } from './journal-entries';
import {
  planOfSide,
  projectAmong,
  readLayerSide,
  readProjectSide,
  type NamedFile,
  type OtherSide,
} from './other-side';

const BUSY = 'compare';

const NOTHING: CompareState = {
  status: 'idle',
  failure: null,
  source: null,
  comparison: null,
  merging: null,
  revisions: [],
};

/** Comparing the project with another state of it, and taking in what others did. Nothing changes before `takeIn`. */
export function createCompareStore(context: ProjectContext, today: () => string): CompareStore {
  const { plan, session, desk } = context;
  const store = createStore<CompareState>(() => NOTHING);
  let running: AbortController | null = null;
  let side: OtherSide | null = null;
  let layerFile: NamedFile | null = null;
  /** What is merged; the plan stays as it is as long as this does. */
  let input: MergeInput | null = null;

  const stop = () => {
    running?.abort(new DOMException('cancelled', 'AbortError'));
    running = null;
    session.endBusy(BUSY);
  };
  const clear = () => {
    stop();
    side = null;
    input = null;
    layerFile = null;
    store.setState(({ revisions }) => ({ ...NOTHING, revisions }));
  };

  /** One job at a time; what goes wrong is told, and leaves nothing behind. */
  const run = async (
    job: (signal: AbortSignal) => Promise<Result<Partial<CompareState>, Message> | null>,
  ) => {
    clear();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    store.setState({ status: 'working' });
    session.startBusy({ id: BUSY, label: message('busy.comparing'), done: 0, total: 0, cancel: clear });
    try {
      const done = await job(signal);
      signal.throwIfAborted();
      if (done === null) store.setState({ status: 'idle' });
      else if (done.ok) store.setState({ status: 'ready', ...done.value });
      else store.setState({ status: 'failed', failure: done.error });
    } catch (error) {
      if (running !== controller) return;
      store.setState(
        isAbort(error) ? { status: 'idle' } : { status: 'failed', failure: toldOf(error, 'compare.failed') },
      );
    } finally {
      if (running === controller) stop();
    }
  };
  const optionsOf = (signal: AbortSignal) => ({
    signal,
    onProgress: ({ done, total }: { readonly done: number; readonly total: number }) =>
      session.updateBusy(BUSY, done, total),
  });

  /** What has been compared, with what may be taken in. */
  const compareSide = async (
    other: OtherSide,
    source: CompareSource,
    signal: AbortSignal,
  ): Promise<Result<Partial<CompareState>, Message>> => {
    await context.settled();
    const mine = plan.getState().plan;
    side = other;
    const theirs = planOfSide(other, mine);
    const comparison = await compareWith(context, {
      other: theirs,
      otherIs: 'after',
      isEditedElsewhere: other.kind === 'layer',
      asOf: today(),
      options: optionsOf(signal),
    });
    return ok({ source, comparison, merging: mergingWith(mine, other, null) });
  };

  /** `wanted` null: the base that the journals prove, and for a layer the project as it is. */
  const mergingWith = (mine: Plan, other: OtherSide, wanted: BaseChoice | null): Merging => {
    const entries = allEntries(context);
    const seq = entries.at(-1)?.seq ?? 0;
    const found = other.kind === 'project' ? commonBase({ plan: mine, entries }, other) : { plan: mine, seq };
    const common = found?.seq ?? null;
    const choice = wanted ?? (common === null ? { kind: 'none' } : { kind: 'common', seq: common });
    const chosen = choice.kind === 'revision' ? planAt(mine, entries, choice.seq) : (found?.plan ?? null);
    const base = choice.kind === 'none' ? null : chosen;
    // A layer alone says nothing of all else: there they have what the base has.
    input = { base, mine, theirs: planOfSide(other, base ?? mine) };
    return {
      base: base ? choice : { kind: 'none' },
      common,
      merge: mergePlans(input),
      choices: new Map(),
    };
  };

  const readLayer = async (
    file: NamedFile,
    layer: LayerName | null,
    signal: AbortSignal,
  ): Promise<Result<Partial<CompareState>, Message>> => {
    layerFile = file;
    const read = await readLayerSide(file, layer, plan.getState().plan, context, optionsOf(signal));
    if (!read.ok) return read;
    const source = { kind: 'layer', name: file.name, layer: read.value.read.layer } as const;
    return compareSide(read.value, source, signal);
  };

  const readProject = async (
    found: Parameters<typeof readProjectSide>[0],
    name: string,
    signal: AbortSignal,
  ): Promise<Result<Partial<CompareState>, Message>> => {
    const read = await readProjectSide(
      found,
      { packs: context.packs, layers: withoutKnown(context.layers, plan.getState().plan) },
      optionsOf(signal),
    );
    if (!read.ok) return read;
    for (const warning of read.value.warnings) session.notify('warning', warning);
    return compareSide(read.value, { kind: 'project', name }, signal);
  };

  const fail = (reason: Message) => {
    session.notify('error', reason);
    return false;
  };

  const refresh = () =>
    store.setState({
      revisions: allEntries(context)
        .map(({ seq, at, actor, label }) => ({ seq, at, actor, label }))
        .reverse(),
    });

  plan.onReset(clear);
  plan.onTransaction(clear);

  return Object.assign(store, {
    refresh,
    withRevision: (seq: number) =>
      run(async (signal) => {
        await context.settled();
        const earlier = planAt(plan.getState().plan, allEntries(context), seq);
        if (!earlier) return err(message('compare.revision-unknown', { seq }));
        const comparison = await compareWith(context, {
          other: earlier,
          otherIs: 'before',
          isEditedElsewhere: false,
          asOf: today(),
          options: optionsOf(signal),
        });
        return ok({ source: { kind: 'revision', seq }, comparison });
      }),
    withFiles: (files: readonly NamedFile[]) =>
      run(async (signal) => {
        const [first] = files;
        if (!first) return null;
        const project = await projectAmong(files, context, signal);
        if (project === null) return readLayer(first, null, signal);
        return project.ok ? readProject(project.value.source, project.value.name, signal) : project;
      }),
    withFolder: () =>
      run(async (signal) => {
        const folder = await desk.pickFolder?.();
        return folder ? readProject(watched(folder).source, folder.name, signal) : null;
      }),
    canOpenFolder: desk.pickFolder !== undefined,
    async setLayer(layer: LayerName) {
      const file = layerFile;
      if (file) await run((signal) => readLayer(file, layer, signal));
    },
    setBase(base: BaseChoice) {
      if (side) store.setState({ merging: mergingWith(plan.getState().plan, side, base) });
    },
    choose(items: readonly MergeItem[], choice: MergeChoice) {
      store.setState(({ merging }) => {
        if (!merging) return {};
        const choices = new Map(merging.choices);
        for (const { id } of items) choices.set(id, choice);
        return { merging: { ...merging, choices } };
      });
    },
    takeIn() {
      const { merging, source } = store.getState();
      if (!merging || !input || !source || source.kind === 'revision') return false;
      const diff = resolveMerge(input, merging.choices);
      if (!diff.ok) return fail(diff.error);
      if (isEmpty(diff.value)) return fail(message('merge.nothing'));
      const label = message('op.merge', { file: source.name });
      const done = plan.transact(diff.value, { label, actor: session.getState().actor });
      if (!done.ok) return fail(done.error);
      if (session.getState().dialog?.kind === 'compare') session.setState({ dialog: null });
      session.notify('success', message('merge.done', { file: source.name }));
      showClassifiedNotice(context);
      return true;
    },
    clear,
  });
}
