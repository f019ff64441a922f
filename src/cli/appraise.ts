import { readFile } from 'node:fs/promises';
import type { Appraisal, AppraisalTarget } from '../domain/appraisal';
import { message, type Message } from '../domain/message';
import { planOf, projectOf, type PlanRecord } from '../domain/plan';
import { err, ok, type Result } from '../domain/result';
import { appraiseProject } from '../engine/appraisal/appraise-project';
import { EngineError, messageOf } from '../engine/engine-error';
import { inspectLayer } from '../io/import/inspect-layer';
import type { AppraiseArguments } from './appraise-arguments';
import { kindOf } from './file-source';
import { openProject } from './open-project';

export interface Appraised {
  readonly appraisal: Appraisal;
  readonly records: readonly PlanRecord[];
  /** What reading the proposal's file has to say. */
  readonly remarks: readonly Message[];
}

/** Appraises a parcel of a project, or the first feature of a file. The error is of what cannot be read or found. */
export async function appraise({
  project: path,
  land,
}: AppraiseArguments): Promise<Result<Appraised, Message>> {
  const project = await openProject(path);
  if (!project.ok) return project;
  const { records, layers } = project.value;
  const target = await targetOf(land, records);
  if (!target.ok) return target;
  try {
    const tables = layers.flatMap(({ name, hash, inspected: { table } }) =>
      table ? [{ layer: name, hash, table }] : [],
    );
    const appraisal = await appraiseProject({ records, layers: tables }, target.value.target);
    if (!appraisal) return err(message('cli.no-parcel', { id: land.kind === 'parcel' ? land.id : '' }));
    return ok({ appraisal, records, remarks: target.value.remarks });
  } catch (error) {
    if (error instanceof EngineError) return err(messageOf(error));
    throw error;
  }
}

async function targetOf(
  land: AppraiseArguments['land'],
  records: readonly PlanRecord[],
): Promise<Result<{ readonly target: AppraisalTarget; readonly remarks: readonly Message[] }, Message>> {
  if (land.kind === 'parcel') return ok({ target: land, remarks: [] });
  const { path } = land;
  if ((await kindOf(path)) !== 'file') return err(message('cli.not-found', { file: path }));
  const { report, features } = inspectLayer({
    file: path,
    bytes: await readFile(path),
    layer: 'parcels',
    frame: projectOf(planOf(records))?.frame ?? null,
  });
  const [first] = features;
  if (!first) {
    const [issue] = report.issues;
    return err(report.failure ?? issue?.message ?? message('appraisal.file-empty', { file: path }));
  }
  const others =
    report.total > 1 ? [message('appraisal.first-only', { file: path, count: report.total })] : [];
  return ok({
    target: { kind: 'proposal', feature: first.feature },
    remarks: [...report.remarks, ...others],
  });
}
