import type { AnalysisTables } from '../domain/analysis';
import type { StateComparison } from '../domain/compare/state-comparison';
import type {
  CompareRequest,
  EngineApi,
  InspectReply,
  InspectRequest,
  LoadRequest,
  Progress,
  ReviseRequest,
} from './protocol';

export interface JobOptions {
  /** Gives the job up; its promise then rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * The engine for its users: `EngineApi` with jobs that are cancelled by a signal. Failures are `EngineError`s with a
 * message code (`messageOf` reads it), `AbortError`s, or whatever went wrong inside.
 */
export interface EngineClient extends Omit<EngineApi, 'inspect' | 'revise' | 'load' | 'compare' | 'cancel'> {
  /** The bytes of the request are transferred to the worker and are empty here afterwards. */
  inspect(request: InspectRequest, options?: JobOptions): Promise<InspectReply>;
  revise(request: ReviseRequest, options?: JobOptions): Promise<Blob>;
  load(request: LoadRequest, options?: JobOptions): Promise<AnalysisTables>;
  compare(request: CompareRequest, options?: JobOptions): Promise<StateComparison>;
  /** Ends the worker; what is under way rejects with `engine.closed`. */
  close(): void;
}

type Jobs = Pick<EngineApi, 'inspect' | 'revise' | 'load' | 'compare' | 'cancel'>;

/** Names each job, tells of its progress as long as it runs, and cancels it when its signal is aborted. */
export function jobsOf(
  engine: Jobs,
  call: <T>(ask: () => Promise<T>) => Promise<T>,
): Pick<EngineClient, 'inspect' | 'revise' | 'load' | 'compare'> {
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
    } catch (error) {
      // Whatever a cancelled job stumbled over no longer matters.
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };
  return {
    inspect: (request, options = {}) => run(options, (job, report) => engine.inspect(request, job, report)),
    revise: (request, options = {}) => run(options, (job, report) => engine.revise(request, job, report)),
    compare: (request, options = {}) => run(options, (job, report) => engine.compare(request, job, report)),
    load: (request, options = {}) => run(options, (job, report) => engine.load(request, job, report)),
  };
}
