import { proxy, releaseProxy, transfer, wrap, type Remote } from 'comlink';
import type { MultiPolygon, Polygon } from 'geojson';
import { createEngine } from './engine';
import { EngineError, revived } from './engine-error';
import type { EngineApi, InspectReply, InspectRequest, LoadRequest, Progress } from './protocol';
import type { Analysis } from '../domain/analysis';

export { EngineError, messageOf } from './engine-error';

export interface JobOptions {
  /** Gives the job up; its promise then rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * The engine for its users: `EngineApi` with jobs that are cancelled by a signal. Failures are `EngineError`s with a
 * message code (`messageOf` reads it), `AbortError`s, or whatever went wrong inside.
 */
export interface EngineClient extends Omit<EngineApi, 'inspect' | 'load' | 'cancel'> {
  /** The bytes of the request are transferred to the worker and are empty here afterwards. */
  inspect(request: InspectRequest, options?: JobOptions): Promise<InspectReply>;
  load(request: LoadRequest, options?: JobOptions): Promise<Analysis>;
  /** Ends the worker; what is under way rejects with `engine.closed`. */
  close(): void;
}

/** The engine in a worker that runs `worker.ts`. If it dies, everything asked of it rejects with `engine.crashed`. */
export function createEngineClient(worker: Worker): EngineClient {
  const remote: Remote<EngineApi> = wrap<EngineApi>(worker);
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
    end(
      new EngineError('engine.crashed', { detail: event instanceof ErrorEvent ? event.message : event.type }),
    );
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

  const { inspect, load } = jobsOf(
    {
      inspect: (request, job, onProgress) => remote.inspect(transferable(request), job, proxy(onProgress)),
      load: (request, job, onProgress) => remote.load(request, job, proxy(onProgress)),
      cancel: (job) => void remote.cancel(job),
    },
    call,
  );
  return {
    inspect,
    load,
    update: (diff, revision) => call(() => remote.update(diff, revision)),
    preview: (draft) => call(() => remote.preview(draft)),
    zones: (query) => call(() => remote.zones(query)),
    catchments: (query) => call(() => remote.catchments(query)),
    // Comlink spreads a union of results over promises; it is one promise of the union.
    overlapShape: (conflict) => call<Polygon | MultiPolygon | null>(() => remote.overlapShape(conflict)),
    layerGeoJson: (layer) => call(() => remote.layerGeoJson(layer)),
    feature: (ref) => call(() => remote.feature(ref)),
    snapLines: (box, limit) => call(() => remote.snapLines(box, limit)),
    runExamples: (rule) => call(() => remote.runExamples(rule)),
    measure: (feature, frame) => call(() => remote.measure(feature, frame)),
    report: () => call(() => remote.report()),
    close() {
      end(new EngineError('engine.closed'));
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}

/** The engine on this thread: for tests and the command line. */
export function createInlineEngine(): EngineClient {
  const engine = createEngine();
  return {
    ...engine,
    ...jobsOf(engine, (ask) => ask()),
    close: () => undefined,
  };
}

type Jobs = Pick<EngineApi, 'inspect' | 'load' | 'cancel'>;

/** Names each job, tells of its progress as long as it runs, and cancels it when its signal is aborted. */
function jobsOf(
  engine: Jobs,
  call: <T>(ask: () => Promise<T>) => Promise<T>,
): Pick<EngineClient, 'inspect' | 'load'> {
  let count = 0;
  const run = async <T>(
    { signal, onProgress }: JobOptions,
    start: (job: string, report: (progress: Progress) => void) => Promise<T>,
  ): Promise<T> => {
    signal?.throwIfAborted();
    count += 1;
    const job = `job ${count}`;
    const cancel = (): void => engine.cancel(job);
    signal?.addEventListener('abort', cancel);
    try {
      return await call(() => start(job, (progress) => onProgress?.(progress)));
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };
  return {
    inspect: (request, options = {}) => run(options, (job, report) => engine.inspect(request, job, report)),
    load: (request, options = {}) => run(options, (job, report) => engine.load(request, job, report)),
  };
}

/** A view of a part of a buffer is copied first: the rest of the buffer is not ours to give away. */
function transferable(request: InspectRequest): InspectRequest {
  const whole = request.bytes.byteLength === request.bytes.buffer.byteLength;
  const bytes = whole ? request.bytes : request.bytes.slice();
  return transfer({ ...request, bytes }, [bytes.buffer]);
}
