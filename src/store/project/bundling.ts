import { localDay } from '../../domain/day';
import { message } from '../../domain/message';
import { projectOf } from '../../domain/plan';
import type { Message } from '../../domain/message';
import { ok, type Result } from '../../domain/result';
import { EngineError } from '../../engine/client';
import { compareChecks } from '../../io/bundle/compare-checks';
import { makeBundle, type Bundle } from '../../io/bundle/make-bundle';
import { MANIFEST_FILE, type ReadManifest } from '../../io/bundle/manifest';
import { openBundle } from '../../io/bundle/open-bundle';
import { memorySource, type FileSource } from '../../io/project/file-source';
import { toldOf, type ProjectContext } from './project-context';

/**
 * The open project as an evidence bundle, with what a check of it finds today. Fails (`export.outdated`) where the plan
 * changes meanwhile: the files would not be those that were checked.
 */
export async function bundleNow(
  { plan, engine, session, now, settled }: ProjectContext,
  filesNow: () => Promise<Result<ReadonlyMap<string, Uint8Array | Blob>, Message>>,
): Promise<Result<Bundle, Message>> {
  await settled();
  const { plan: bundled, revision } = plan.getState();
  const createdAt = now();
  const asOf = localDay(new Date(createdAt));
  const check = await engine.digest(asOf);
  const files = await filesNow();
  if (plan.getState().revision !== revision) throw new EngineError('export.outdated');
  if (!files.ok) return files;
  const about = { project: projectOf(bundled)?.name ?? '', asOf, createdAt, by: session.getState().actor };
  return makeBundle({ files: files.value, about, check });
}

/** The project's own files of an evidence bundle, with its manifest as read; a project that is none is left as it is. */
export async function unbundled(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Result<{ readonly source: FileSource; readonly bundle: ReadManifest | null }, Message>> {
  const read = await openBundle(memorySource(files));
  if (!read.ok) return read;
  const bundle = read.value;
  const own = new Map(files);
  if (bundle)
    for (const path of [MANIFEST_FILE, bundle.manifest?.report]) if (path !== undefined) own.delete(path);
  return ok({ source: memorySource(own), bundle });
}

/** So many faults are told one by one. */
const MOST_TOLD = 5;

/** Tells what the bundle is that has just been opened, and whether its conflicts are the same here. */
export async function tellOfBundle(
  { plan, engine, session, settled }: ProjectContext,
  { manifest, faults }: ReadManifest,
): Promise<void> {
  for (const { what } of faults.slice(0, MOST_TOLD)) session.notify('error', what);
  if (faults.length > MOST_TOLD)
    session.notify('error', message('bundle.more-faults', { count: faults.length }));
  if (faults.length > 0 || !manifest) return;
  const { revision } = plan.getState();
  const isOther = () => plan.getState().revision !== revision;
  try {
    await settled();
    if (isOther()) return;
    const now = await engine.digest(manifest.asOf);
    if (isOther()) return;
    const differing = compareChecks(manifest.check, now);
    for (const { what } of differing.slice(0, MOST_TOLD)) session.notify('error', what);
    if (differing.length > 0) return;
    const { createdAt, by, check, files } = manifest;
    const { conflicts, marginal } = check.summary;
    const params = { createdAt, by: by || '–', files: files.length, conflicts, marginal };
    session.notify('success', message('bundle.whole', params));
  } catch (error) {
    session.notify('error', toldOf(error, 'bundle.not-checked'));
  }
}
