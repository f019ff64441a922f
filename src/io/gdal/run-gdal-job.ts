import { err, ok } from '../../domain/result';
import { GdalCalls } from './gdal-calls';
import type { GdalJob, GdalProgress, GdalReadJob, GdalResult, GdalWriteJob } from './gdal-job';
import { createGdal, type GdalAssets, type GdalModule } from './gdal-module';
import { readLayers } from './read-layers';
import { writeLayers } from './write-layers';

/** Lines of GDAL's own words that are kept: a broken file can give one for each of its features. */
const MOST_LINES = 20;

type OnProgress = (progress: GdalProgress) => void;

/**
 * Does one job in an instance of GDAL made for it. Never throws for what the files hold: whatever goes wrong in GDAL,
 * running out of memory too, is an error in GDAL's words. It may run for very long, and can only be stopped from
 * outside: `GdalTool` does.
 */
export function runGdalJob(
  assets: GdalAssets,
  job: GdalReadJob,
  onProgress?: OnProgress,
): Promise<GdalResult<'read'>>;
export function runGdalJob(assets: GdalAssets, job: GdalWriteJob): Promise<GdalResult<'write'>>;
export function runGdalJob(
  assets: GdalAssets,
  job: GdalJob,
  onProgress?: OnProgress,
): Promise<GdalResult<'read' | 'write'>>;
export async function runGdalJob(
  assets: GdalAssets,
  job: GdalJob,
  onProgress: OnProgress = () => undefined,
): Promise<GdalResult<'read' | 'write'>> {
  const words = new GdalWords();
  const gdal = await createGdal(assets, job.config, (line) => words.take(line));
  try {
    return doGdalJob(gdal, words, job, onProgress);
  } catch (error) {
    // What Emscripten throws where compiled code fails: traps, aborts, and errors of its file system.
    return err(words.drain().at(-1) ?? (error instanceof Error ? error.message : job.driver));
  }
}

/** What GDAL says of one job, each thing once. */
export class GdalWords {
  private readonly lines = new Set<string>();

  take(line: string): void {
    if (this.lines.size < MOST_LINES) this.lines.add(line);
  }

  /** Ends one job's words and gives them. */
  drain(): string[] {
    const lines = [...this.lines];
    this.lines.clear();
    return lines;
  }
}

/** Does a job in an instance that is there. Throws where compiled code fails; the instance is of no use then. */
export function doGdalJob(
  gdal: GdalModule,
  words: GdalWords,
  job: GdalJob,
  onProgress: OnProgress,
): GdalResult<'read' | 'write'> {
  const calls = new GdalCalls(gdal);
  const refused = () => err(words.drain().at(-1) ?? job.driver);
  if (job.kind === 'write') {
    const files = writeLayers(gdal.FS, calls, job);
    return files ? ok(files) : refused();
  }
  const layers = readLayers(gdal.FS, calls, job, onProgress);
  return layers ? ok({ layers, warnings: words.drain() }) : refused();
}
