import { totalOf } from '../../domain/analysis';
import type { Finding } from '../../domain/conflict';
import { EngineError } from '../../engine/client';
import { conflictMatter, type ConflictMatter, type ConflictPace } from '../../io/export/conflict-source';
import type { StoreEngine } from '../engine-port';
import { findingPages } from '../finding-pages';
import type { ExportInput } from './export-input';

/**
 * All findings, though the page may list but the gravest: page by page, so that they can be watched and given up. Fails
 * where the plan changes meanwhile, for the rest would be of another.
 */
export async function* watchedPages({
  engine,
  analysis,
  options,
  isOutdated,
}: Pick<ExportInput, 'analysis' | 'options' | 'isOutdated'> & {
  readonly engine: Pick<StoreEngine, 'findings'>;
}): AsyncGenerator<readonly Finding[]> {
  const total = analysis ? totalOf(analysis.counts) : 0;
  let done = 0;
  for await (const page of findingPages(engine)) {
    options.signal.throwIfAborted();
    if (isOutdated()) throw new EngineError('export.outdated');
    yield page;
    done += page.length;
    options.onProgress({ done, total });
  }
  options.signal.throwIfAborted();
}

/** What of the plan an export of its conflicts needs. */
export function matterOf({
  plan,
  analysis,
  asOf,
}: Pick<ExportInput, 'plan' | 'analysis' | 'asOf'>): ConflictMatter {
  return conflictMatter(plan, asOf, analysis ? totalOf(analysis.counts) : 0);
}

/** Does work elsewhere that the user can give up, and that fails where the plan changes meanwhile. */
export async function whileCurrent<T>(
  { options, isOutdated }: Pick<ExportInput, 'options' | 'isOutdated'>,
  work: (pace: ConflictPace) => Promise<T>,
): Promise<T> {
  const { signal, onProgress } = options;
  const outdated = new AbortController();
  const result = await work({
    signal: AbortSignal.any([signal, outdated.signal]),
    onProgress(done, total) {
      if (isOutdated()) outdated.abort(new EngineError('export.outdated'));
      else onProgress({ done, total });
    },
  });
  if (isOutdated()) throw new EngineError('export.outdated');
  return result;
}
