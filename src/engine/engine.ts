import type { AnalysisDelta, AnalysisTables } from '../domain/analysis';
import type { FeatureNotice } from '../domain/conflict';
import type { GeoFeature } from '../domain/feature';
import type { GeometryColumns } from '../domain/feature-table';
import type { LayerName } from '../domain/layer';
import { planOf, type PlanRecord, type RecordKey } from '../domain/plan';
import { applyTo, misfit, type PlanDiff } from '../domain/plan-diff';
import type { FrameCentre } from '../domain/project';
import type { Rule } from '../domain/rule';
import { perimeter, trueArea } from '../geo/area';
import { createFrame } from '../geo/frame';
import { toPlanar } from '../geo/to-planar';
import { appraisalOf } from './appraisal/appraise';
import { featuresNamed } from './appraisal/features-named';
import { landSketchOf } from './appraisal/land-sketch';
import { takeChanges } from './changes';
import { digestOfCheck } from './check-digest';
import { compareStates } from './compare/compare-states';
import { conflictShapesOf } from './conflict-shapes';
import { createContentStore } from './content-store';
import { dimensionOf } from './dimension';
import { EngineError } from './engine-error';
import { runExamplesOf } from './examples';
import { geometryTextsOf } from './geometry-texts';
import { layerPreview } from './import-preview/layer-preview';
import { outlinesOf } from './import-preview/outlines';
import { reviseLayer } from '../io/import/revise-layer';
import { inspectInto, recallInto, type Helpers } from './inspect';
import { conflictsById } from './conflicts-by-id';
import { contentsIn } from './layer-contents';
import { layerLinesOf } from './layer-lines';
import type { LayerItem } from './layer-item';
import { FindingOrder } from './ordered-findings';
import { paced } from './pacer';
import { previewOf } from './preview';
import type { ConflictRef, EngineApi, LayerPreview, LoadRequest } from './protocol';
import { reportHeadOf, reportOf, type Notices } from './report';
import type { LayerShelf } from './shelf/layer-shelf';
import { snapLinesIn } from './snap-lines';
import type { LayerTiles } from './tiles/layer-tiles';
import { lonLatBoxesOf } from './tiles/lon-lat-boxes';
import { createReferenceTiles } from './tiles/reference-tiles';
import { standingsOf } from './standings';
import { buildState, tablesOf, type EngineState } from './state';
import { rebuildState, updateState } from './update';
import { catchmentShapes, overlapShapeOf, zonesOf } from './zones';

/** More changed findings than this are not told one by one. */
const MOST_CHANGES = 2000;

/** So long without a job is an idle moment. */
const IDLE_MS = 1000;

/**
 * The engine, wherever it runs. Jobs that read or change the plan are done one after another, in the order in which
 * they were asked for; reading files and what needs no plan go beside them. Layers outlive the session on the shelf,
 * where there is one; large files are read with the helpers.
 */
export function createEngine(
  shelf: Promise<LayerShelf | null> = Promise.resolve(null),
  helpers: Helpers = { cores: 1 },
): EngineApi {
  const store = createContentStore();
  const tiles = createReferenceTiles();
  const jobs = new Map<string, AbortController>();
  let state: EngineState | null = null;
  /** The plan as told, changed in place. */
  let plan = new Map<RecordKey, PlanRecord>();
  /** Not so after an update that failed: then the state must be built anew. */
  let isInStep = false;
  let notices: LoadRequest['notices'];
  /** Of the state as it is; made when findings are first asked for. */
  let order: FindingOrder | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(job: () => T | Promise<T>): Promise<T> => {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  };
  const asJob = async <T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const controller = new AbortController();
    jobs.set(name, controller);
    try {
      return await work(controller.signal);
    } finally {
      if (jobs.get(name) === controller) jobs.delete(name);
    }
  };
  /** Once there has been no job for a moment: what comes of one that was read is mostly asked for next. */
  const idle = async (): Promise<void> => {
    do await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    while (jobs.size > 0);
  };
  const loaded = (): EngineState => {
    if (!state) throw new EngineError('engine.no-project');
    return state;
  };

  const load = async (
    request: LoadRequest,
    pace: { signal: AbortSignal; onProgress: Parameters<EngineApi['load']>[2] },
  ): Promise<AnalysisTables> => {
    pace.signal.throwIfAborted();
    const next = new Map(planOf(request.records));
    state = await paced(buildState(next, request.revision, store.get), pace);
    order = null;
    plan = next;
    isInStep = true;
    notices = request.notices;
    store.settle(contentsIn(next, store.get));
    return tablesOf(state);
  };

  const update = (diff: PlanDiff, revision: number): number => {
    const known = loaded();
    const misfitting = misfit(plan, diff);
    if (misfitting !== null) throw new EngineError('engine.out-of-step', { record: misfitting });
    applyTo(plan, diff);
    const target = { plan, revision, contents: store.get };
    const follows = isInStep;
    isInStep = false;
    order = null;
    state = follows ? updateState(known, diff, target) : rebuildState(target);
    isInStep = true;
    return revision;
  };

  const changes = (): AnalysisDelta => {
    const current = loaded();
    return { ...tablesOf(current), ...takeChanges(current, MOST_CHANGES) };
  };

  const allNotices = ({ plan: current }: EngineState): Notices => {
    const contents = contentsIn(current, store.get);
    const all = (list: keyof Notices): readonly FeatureNotice[] => [
      ...(notices?.[list] ?? []),
      ...contents.flatMap((content) => content[list]),
    ];
    return { rejected: all('rejected'), repaired: all('repaired') };
  };

  const layerPreviewOf = (geometry: GeometryColumns): Promise<LayerPreview> =>
    inTurn(() => paced(layerPreview(geometry, state)));

  const tilesOf = (layer: LayerName): Promise<LayerTiles | null> =>
    inTurn(() => {
      const { layers, frame } = loaded();
      const index = layers.get(layer);
      return index ? tiles.of(index, frame) : null;
    });

  return {
    inspect: (request, job, onProgress) =>
      asJob(job, async (signal) =>
        inspectInto(store, await shelf, request, {
          signal,
          onProgress,
          previewOf: layerPreviewOf,
          idle,
          ...helpers,
        }),
      ),
    outlines: () => inTurn(() => (state ? paced(outlinesOf(state)) : [])),
    revise: ({ file, bytes, ...revision }, job, onProgress) =>
      asJob(job, (signal) =>
        reviseLayer(file, bytes, revision, {
          signal,
          onProgress: ({ done, total }) => onProgress({ step: 'reading', done, total }),
        }),
      ),
    recall: async (request) => recallInto(store, await shelf, request),
    isKept: async (hash) => (await (await shelf)?.has(hash)) ?? false,
    keptFile: async (hash) => (await (await shelf)?.file(hash)) ?? null,
    keepOnly: async (hashes) => (await shelf)?.keepOnly(hashes),
    load: (request, job, onProgress) =>
      asJob(job, (signal) => inTurn(() => load(request, { signal, onProgress, ...helpers }))),
    compare: ({ records, otherIs, ...options }, job, onProgress) =>
      asJob(job, async (signal) => {
        const pace = { signal, onProgress };
        // Beside everything else: it needs nothing of the state in hand, and the map goes on meanwhile.
        const other = await paced(buildState(planOf(records), 0, store.get), pace);
        return inTurn(() => {
          const [a, b] = otherIs === 'before' ? [other, loaded()] : [loaded(), other];
          return paced(compareStates(a, b, options), pace);
        });
      }),
    findings: (from, count) => inTurn(() => (order ??= new FindingOrder(loaded())).between(from, count)),
    conflictsById: (ids) => inTurn(() => conflictsById(loaded(), ids)),
    update: (diff, revision) => inTurn(() => update(diff, revision)),
    changes: () => inTurn(changes),
    preview: (draft) => inTurn(() => previewOf(loaded(), draft)),
    appraise: (target) => inTurn(() => appraisalOf(loaded(), target)),
    landSketch: (request) => inTurn(() => landSketchOf(loaded(), request)),
    featuresNamed: (layer, text, limit) =>
      inTurn(() => featuresNamed(loaded().layers.get(layer), text, limit)),
    zones: (query) => inTurn(() => paced(zonesOf(loaded(), query))),
    catchments: (query) => inTurn(() => paced(catchmentShapes(loaded(), query))),
    overlapShape: (conflict) =>
      inTurn(() => {
        const { frame } = loaded();
        const sides = sidesOf(loaded(), conflict);
        return sides && overlapShapeOf(frame, sides.subject, sides.object, sides.rule);
      }),
    nearestPoints: (conflict) =>
      inTurn(() => {
        const { frame } = loaded();
        const sides = sidesOf(loaded(), conflict);
        return sides && dimensionOf(frame, sides.subject, sides.object, sides.rule);
      }),
    // Which tiles is asked in turn; cutting them goes beside, for it must keep nobody waiting.
    tile: async (layer, address) => {
      const of = await tilesOf(layer);
      return of ? paced(of.tile(address)) : null;
    },
    detailZoom: async (layer) => {
      const of = await tilesOf(layer);
      return of ? paced(of.detailZoom()) : 0;
    },
    boxes: (layer, ids) => inTurn(() => lonLatBoxesOf(loaded().frame, loaded().layers.get(layer), ids)),
    feature: ({ layer, id }) =>
      inTurn(() => {
        const index = loaded().layers.get(layer);
        const slot = index?.slotOf(id);
        return index && slot !== undefined ? index.featureAt(slot).feature : null;
      }),
    layerLines: (layer, from, count) => inTurn(() => layerLinesOf(loaded().layers.get(layer), from, count)),
    geometryTexts: (refs, form) => inTurn(() => geometryTextsOf(loaded().layers, refs, form)),
    snapLines: (box, limit) => inTurn(() => snapLinesIn(loaded().frame, loaded().layers, box, limit)),
    runExamples: (rule) => Promise.resolve(rule).then(runExamplesOf),
    measure: (feature, centre) => Promise.resolve(measureOf(feature, centre)),
    report: (asOf) => inTurn(() => reportOf(loaded(), allNotices(loaded()), standingsOf(loaded(), asOf))),
    reportHead: (asOf) =>
      inTurn(() => reportHeadOf(loaded(), allNotices(loaded()), standingsOf(loaded(), asOf))),
    digest: (asOf) =>
      inTurn(() => {
        const current = loaded();
        return paced(digestOfCheck(current, standingsOf(current, asOf)));
      }),
    conflictShapes: (conflict) => inTurn(() => conflictShapesOf(loaded(), conflict)),
    cancel(job) {
      jobs.get(job)?.abort();
    },
  };
}

/** Rule, subject and object of a conflict; null where one of them is not there. */
function sidesOf(
  { layers, rules }: EngineState,
  conflict: ConflictRef,
): { readonly rule: Rule; readonly subject: LayerItem; readonly object: LayerItem } | null {
  const rule = rules.get(conflict.rule)?.rule;
  const [subject, object] = [conflict.subject, conflict.object].map(({ layer, id }) => {
    const index = layers.get(layer);
    const slot = index?.slotOf(id);
    return slot === undefined ? undefined : index?.itemAt(slot);
  });
  return rule && subject && object ? { rule, subject, object } : null;
}

function measureOf(feature: GeoFeature, centre: FrameCentre): { areaM2: number; perimeterM: number } {
  const frame = createFrame(centre);
  const geometry = toPlanar(frame, feature.geometry);
  const k = frame.scaleAt((geometry.minX + geometry.maxX) / 2);
  return { areaM2: trueArea(frame, geometry), perimeterM: perimeter(geometry) / k };
}
