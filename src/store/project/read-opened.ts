import { isCollectionName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import type { PlanRecord } from '../../domain/plan';
import { ok, type Result } from '../../domain/result';
import type { FeatureNotice } from '../../domain/conflict';
import type { ImportIssue, ImportReport } from '../../domain/import-report';
import { EMPTY_CHAIN, headOf, type ChainHead } from '../../io/journal/journal';
import { verifyingJournal } from '../../io/journal/verify-journal';
import { verifyRecords } from '../../io/journal/verify-records';
import type { FileSource } from '../../io/project/file-source';
import { readProject } from '../../io/project/read-project';
import { inSlices } from '../in-slices';
import type { JobOptions } from '../engine-port';
import type { LayerKeeper } from '../layer-keeper';
import type { ProjectRest, ShippedPacks } from './project-deps';

/** A project that was read and checked, and has changed nothing yet. */
export interface ReadProject {
  readonly records: readonly PlanRecord[];
  readonly rest: ProjectRest;
  /** SHA-256 of the layers' files, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The end of the journal that it brought along. */
  readonly head: ChainHead;
  /** What the user should know: a journal that does not hold, features that were left out or mended. */
  readonly warnings: readonly Message[];
}

function noticesOf(reports: readonly ImportReport[], level: ImportIssue['level']): FeatureNotice[] {
  return reports
    .filter(({ layer }) => isCollectionName(layer))
    .flatMap(({ layer, issues }) =>
      issues
        .filter((issue) => issue.level === level)
        .map(({ index, id, message: { code } }) => ({
          layer,
          index,
          ...(id === undefined ? {} : { id }),
          reason: code,
        })),
    );
}

function countOf(reports: readonly ImportReport[], level: ImportIssue['level']): number {
  return reports.reduce((sum, { issues }) => sum + issues.filter((issue) => issue.level === level).length, 0);
}

/** A journal that cannot be read is kept as it is, under another name, and a new one begins. */
async function journalOf(
  bytes: Uint8Array,
  records: readonly PlanRecord[],
): Promise<Pick<ReadProject, 'head' | 'warnings'> & Pick<ProjectRest, 'journal' | 'otherFiles'>> {
  const done = await inSlices(verifyingJournal(bytes));
  const { entries, fault } = done?.value ?? { entries: [], fault: null };
  if (!entries) {
    return {
      journal: '',
      head: EMPTY_CHAIN,
      warnings: [message('journal.unreadable', { line: fault?.line ?? 0 })],
      otherFiles: [{ path: 'journal.unreadable.jsonl', bytes }],
    };
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const faults = fault ? [] : verifyRecords(entries, records);
  return {
    journal: text === '' || text.endsWith('\n') ? text : `${text}\n`,
    head: headOf(entries),
    warnings: fault
      ? [message('journal.broken', { seq: fault.seq })]
      : faults.slice(0, MOST_TOLD).map(({ what }) => what),
    otherFiles: [],
  };
}

/** Of decisions and comments that are not those of the journal, so many are told one by one. */
const MOST_TOLD = 5;

/** Reads a whole project, its layers by the engine. Refused with what is wrong with which file. */
export async function readOpened(
  source: FileSource,
  { layers, packs, options }: { layers: LayerKeeper; packs: ShippedPacks; options: JobOptions },
): Promise<Result<ReadProject, Message>> {
  const read = await readProject(source, {
    builtin: (id) => packs.load(id),
    inspect: (input) => layers.inspect(input, options),
    inspectFile: (input) => layers.inspect(input, options),
  });
  if (!read.ok) return read;
  const { records, reports, otherFiles } = read.value;
  const journal = await journalOf(read.value.journal?.bytes ?? new Uint8Array(), records);
  const [rejected, repaired] = [countOf(reports, 'rejected'), countOf(reports, 'repaired')];
  return ok({
    records,
    hashes: new Map(read.value.layers.map(({ file, hash }) => [file, hash])),
    head: journal.head,
    rest: {
      journal: journal.journal,
      otherFiles: [...otherFiles, ...journal.otherFiles],
      notices: { rejected: noticesOf(reports, 'rejected'), repaired: noticesOf(reports, 'repaired') },
    },
    warnings: [
      ...journal.warnings,
      ...(rejected + repaired > 0 ? [message('project.read-with-issues', { rejected, repaired })] : []),
    ],
  });
}
