import type { FindingCounts } from '../domain/analysis';
import type { FeatureNotice } from '../domain/conflict';
import { localDay } from '../domain/day';
import { message, type Message } from '../domain/message';
import type { PlanRecord } from '../domain/plan';
import { err, ok, type Result } from '../domain/result';
import { SEVERITIES, type Severity } from '../domain/rule';
import { checkProject, type CheckedProject } from '../engine/check-project';
import { EngineError, messageOf } from '../engine/engine-error';
import type { CheckArguments } from './arguments';
import { allNotices, openPacks, openProject } from './open-project';

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
  asOf: wantedDay,
}: Pick<CheckArguments, 'project' | 'rules' | 'asOf'>): Promise<Result<Checked, Message>> {
  const project = await openProject(path);
  if (!project.ok) return project;
  let { records } = project.value;
  if (rules) {
    const packs = await openPacks(rules);
    if (!packs.ok) return packs;
    records = [...records.filter(({ kind }) => kind !== 'pack'), ...packs.value];
  }
  const { layers, reports } = project.value;
  const asOf = wantedDay ?? localDay(new Date());
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

/** How a refused feature is called on standard error. */
export function noticeMessage({ layer, index, id, reason }: FeatureNotice): Message {
  return message('cli.feature-rejected', { layer, index, id: id ?? '–', reason });
}
