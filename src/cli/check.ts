import type { FindingCounts } from '../domain/analysis';
import type { FeatureNotice } from '../domain/conflict';
import { localDay } from '../domain/day';
import { message, type Message } from '../domain/message';
import type { PackRecord, PlanRecord } from '../domain/plan';
import { err, ok, type Result } from '../domain/result';
import { SEVERITIES, type Severity } from '../domain/rule';
import { checkProject, type CheckedProject } from '../engine/check-project';
import { EngineError, messageOf } from '../engine/engine-error';
import type { OpenedProject } from '../io/project/read-project';
import type { CheckArguments } from './arguments';
import { allNotices, openPacks, openProject, type ReadLayer } from './open-project';

/** The answer and what it was computed from, for the formats that show geometry. */
export interface Checked extends CheckedProject {
  readonly records: readonly PlanRecord[];
  /** The day on which decisions must still hold. */
  readonly asOf: string;
}

/** Reads a project and checks it. The error is of something that cannot be read at all. */
export async function check({
  project: path,
  rules,
  asOf,
}: Pick<CheckArguments, 'project' | 'rules' | 'asOf'>): Promise<Result<Checked, Message>> {
  const project = await openProject(path);
  if (!project.ok) return project;
  const packs = rules && (await openPacks(rules));
  if (packs && !packs.ok) return packs;
  return checkOpened(project.value, { packs: packs?.value ?? null, asOf: asOf ?? localDay(new Date()) });
}

/** Checks a project as of a day (YYYY-MM-DD), with its own packs or others. */
export async function checkOpened(
  { records: own, layers, reports }: OpenedProject<ReadLayer>,
  { packs, asOf }: { readonly packs: readonly PackRecord[] | null; readonly asOf: string },
): Promise<Result<Checked, Message>> {
  const records = packs ? [...own.filter(({ kind }) => kind !== 'pack'), ...packs] : own;
  try {
    const checked = await checkProject({
      records,
      layers: layers.flatMap(({ name, hash, inspected: { table } }) =>
        table ? [{ layer: name, hash, table }] : [],
      ),
      notices: { rejected: allNotices(reports, 'rejected'), repaired: allNotices(reports, 'repaired') },
      revision: 0,
      asOf,
    });
    return ok({ ...checked, records, asOf });
  } catch (error) {
    // A rule's filter that cannot be evaluated, for one.
    if (error instanceof EngineError) return err(messageOf(error));
    throw error;
  }
}

/** Whether a conflict (never a marginal finding) that no decision has settled is at or above a severity. */
export function failsOn(unsettled: FindingCounts, least: Severity | 'never'): boolean {
  if (least === 'never') return false;
  return SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1).some((severity) => unsettled[severity] > 0);
}

/** How a refused feature, counted from 1, is called on standard error. */
export function noticeMessage({ layer, index, id, reason }: FeatureNotice): Message {
  return message('cli.feature-rejected', { layer, index: index + 1, id: id ?? '–', reason });
}
