import { err, ok } from '../../domain/result';
import { GdalCalls } from './gdal-calls';
import type { GdalJob, GdalProgress, GdalReadJob, GdalResult, GdalWriteJob } from './gdal-job';
import { createGdal, type GdalAssets } from './gdal-module';
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
  const lines = new Set<string>();
  const gdal = await createGdal(assets, job.config, (line) => {
    if (lines.size < MOST_LINES) lines.add(line);
  });
  const calls = new GdalCalls(gdal);
  const inWords = (otherwise: string) => err([...lines].at(-1) ?? otherwise);
  try {
    if (job.kind === 'write') {
      const files = writeLayers(gdal.FS, calls, job);
      return files ? ok(files) : inWords(job.driver);
    }
    const layers = readLayers(gdal.FS, calls, job, onProgress);
    return layers ? ok({ layers, warnings: [...lines] }) : inWords(job.driver);
  } catch (error) {
    // What Emscripten throws where compiled code fails: traps, aborts, and errors of its file system.
    return inWords(error instanceof Error ? error.message : job.driver);
  }
}
