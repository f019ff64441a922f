import { message, type Message } from '../../domain/message';
import type { ReviseRequest } from '../../engine/protocol';
import { isAbort, failureOf, type JobOptions } from '../engine-port';
import type { LayerKeeper } from '../layer-keeper';
import type { PlanStore } from '../plan-store';
import type { SessionStore } from '../session-store';
import { importDiff, type ReadImport } from './import-diff';
import type { ImportJobs } from './import-jobs';
import { revisionOf } from './repair-choices';

export interface CommitDeps {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly layers: LayerKeeper;
  readonly jobs: ImportJobs;
  readonly revise: (request: ReviseRequest, options?: JobOptions) => Promise<Blob>;
  /** The bytes that a file was read from. */
  readonly bytesOf: (id: string) => Uint8Array | Blob | undefined;
}

/**
 * Takes files into the plan in one transaction; whether they were. Where repairs of a file were refused or granted, a
 * new file is made of it first and read as any other: that one is what the project keeps, and the original is not
 * changed.
 */
export async function commitImports(
  accepted: readonly ReadImport[],
  { plan, session, layers, jobs, revise, bytesOf }: CommitDeps,
): Promise<boolean> {
  const asDecided = async (pending: ReadImport): Promise<ReadImport | Message> => {
    const { id, file, layer, repairs } = pending;
    const revision = revisionOf(repairs);
    const bytes = revision && bytesOf(id);
    if (!revision || !bytes) return pending;
    const revised = await jobs.busily(file, new AbortController(), async (pace) => {
      const made = await revise({ file, bytes, ...revision }, pace);
      return layers.inspect({ file, layer, bytes: made, districtsBox: null, frame: null }, pace);
    });
    return revised.report.failure ?? { ...pending, reply: revised };
  };

  const ready: ReadImport[] = [];
  for (const pending of accepted) {
    try {
      const decided = await asDecided(pending);
      if ('code' in decided) {
        session.notify('error', decided);
        return false;
      }
      ready.push(decided);
    } catch (error) {
      if (!isAbort(error)) session.notify('error', failureOf(error, 'source-failed'));
      return false;
    }
  }
  const diff = importDiff(plan.getState().plan, ready);
  const label = labelOf(accepted);
  const done = diff.ok ? plan.transact(diff.value, { label, actor: session.getState().actor }) : diff;
  if (!done.ok) session.notify('error', done.error);
  return done.ok;
}

/** For the journal: of a lone file also how many of its repairs were refused and granted. */
function labelOf(accepted: readonly ReadImport[]): Message {
  const [only] = accepted;
  if (!only || accepted.length > 1) return message('op.import-layers', { count: accepted.length });
  const { file, layer, repairs } = only;
  const revision = revisionOf(repairs);
  if (!revision) return message('op.import-layer', { file, layer });
  const { leftOut, mended } = revision;
  return message('op.import-layer-revised', { file, layer, leftOut: leftOut.length, mended: mended.length });
}
