import { proxy, releaseProxy, transfer, wrap, type Remote } from 'comlink';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Appraisal } from '../domain/appraisal';
import type { LandSketch } from '../domain/land-sketch';
import { jobsOf, type EngineClient } from './client-jobs';
import { EngineError, revived } from './engine-error';
import type { EngineWorkerApi, InspectReply, InspectRequest } from './protocol';

export { EngineError, messageOf } from './engine-error';

export type { EngineClient, JobOptions } from './client-jobs';

/** The engine in a worker, which other workers can ask too. */
export interface WorkerEngine extends EngineClient {
  /** Gives the other end of a port to the engine; what it answers there is `ConnectedApi`. */
  connect(port: MessagePort): void;
}

/** The engine in a worker that runs `worker.ts`. If it dies, everything asked of it rejects with `engine.crashed`. */
export function createEngineClient(worker: Worker): WorkerEngine {
  const remote: Remote<EngineWorkerApi> = wrap<EngineWorkerApi>(worker);
  const waiting = new Set<(reason: unknown) => void>();
  let ended: EngineError | null = null;

  const end = (reason: EngineError): void => {
    ended ??= reason;
    for (const reject of waiting) reject(ended);
    waiting.clear();
  };
  const onError = (event: Event): void => {
    event.preventDefault();
    worker.terminate();
    const detail = 'message' in event ? String(event.message) : event.type;
    end(new EngineError('engine.crashed', { detail }));
  };
  worker.addEventListener('error', onError);
  worker.addEventListener('messageerror', onError);

  const call = <T>(ask: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      waiting.add(reject);
      ask().then(
        (value) => {
          waiting.delete(reject);
          resolve(value);
        },
        (error: unknown) => {
          waiting.delete(reject);
          reject(revived(error));
        },
      );
    });

  const { inspect, revise, load, compare } = jobsOf(
    {
      inspect: (request, job, onProgress) => remote.inspect(transferable(request), job, proxy(onProgress)),
      revise: (request, job, onProgress) => remote.revise(request, job, proxy(onProgress)),
      load: (request, job, onProgress) => remote.load(request, job, proxy(onProgress)),
      compare: (request, job, onProgress) => remote.compare(request, job, proxy(onProgress)),
      cancel: (job) => void remote.cancel(job),
    },
    call,
  );
  return {
    inspect,
    revise,
    load,
    compare,
    // Comlink spreads a union of results over promises; it is one promise of the union.
    recall: (request) => call<InspectReply | null>(() => remote.recall(request)),
    outlines: () => call(() => remote.outlines()),
    isKept: (hash) => call(() => remote.isKept(hash)),
    keptFile: (hash) => call<Blob | null>(() => remote.keptFile(hash)),
    keepOnly: (hashes) => call(() => remote.keepOnly(hashes)),
    findings: (from, count) => call(() => remote.findings(from, count)),
    conflictsById: (ids) => call(() => remote.conflictsById(ids)),
    update: (diff, revision) => call(() => remote.update(diff, revision)),
    changes: () => call(() => remote.changes()),
    preview: (draft) => call(() => remote.preview(draft)),
    appraise: (target) => call<Appraisal | null>(() => remote.appraise(target)),
    landSketch: (request) => call<LandSketch | null>(() => remote.landSketch(request)),
    featuresNamed: (layer, text, limit) => call(() => remote.featuresNamed(layer, text, limit)),
    zones: (query) => call(() => remote.zones(query)),
    catchments: (query) => call(() => remote.catchments(query)),
    // Comlink spreads a union of results over promises; it is one promise of the union.
    overlapShape: (conflict) => call<Polygon | MultiPolygon | null>(() => remote.overlapShape(conflict)),
    nearestPoints: (conflict) =>
      call<readonly [Position, Position] | null>(() => remote.nearestPoints(conflict)),
    conflictShapes: (conflict) => call(() => remote.conflictShapes(conflict)),
    detailZoom: (layer) => call(() => remote.detailZoom(layer)),
    boxes: (layer, ids) => call(() => remote.boxes(layer, ids)),
    tile: (layer, address) => call<Uint8Array | null>(() => remote.tile(layer, address)),
    feature: (ref) => call(() => remote.feature(ref)),
    layerLines: (layer, from, count) => call(() => remote.layerLines(layer, from, count)),
    geometryTexts: (refs, form) => call(() => remote.geometryTexts(refs, form)),
    snapLines: (box, limit) => call(() => remote.snapLines(box, limit)),
    runExamples: (rule) => call(() => remote.runExamples(rule)),
    measure: (feature, frame) => call(() => remote.measure(feature, frame)),
    digest: (asOf) => call(() => remote.digest(asOf)),
    report: (asOf) => call(() => remote.report(asOf)),
    reportHead: (asOf) => call(() => remote.reportHead(asOf)),
    connect: (port) => void remote.connect(transfer(port, [port])),
    close() {
      end(new EngineError('engine.closed'));
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}

/** A view of a part of a buffer is copied first: the rest of the buffer is not ours to give away. */
function transferable(request: InspectRequest): InspectRequest {
  if (request.bytes instanceof Blob) return request;
  const whole = request.bytes.byteLength === request.bytes.buffer.byteLength;
  const bytes = whole ? request.bytes : request.bytes.slice();
  return transfer({ ...request, bytes }, [bytes.buffer]);
}
