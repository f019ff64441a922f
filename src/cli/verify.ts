import { basename } from 'node:path';
import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';
import { compareChecks } from '../io/bundle/compare-checks';
import type { BundleManifest } from '../io/bundle/manifest';
import { openBundle } from '../io/bundle/open-bundle';
import { verifyJournal, type AuditFault } from '../io/journal/verify-journal';
import { verifyRecords } from '../io/journal/verify-records';
import type { OpenedProject } from '../io/project/read-project';
import { checkOpened } from './check';
import { readableSource } from './file-source';
import { readSource, type ReadLayer } from './open-project';

/** What verifying came to: what was found to be whole (or not there), and what is broken. */
export interface Verified {
  readonly found: readonly Message[];
  readonly faults: readonly AuditFault[];
}

type Project = OpenedProject<ReadLayer>;

/**
 * Verifies a project folder, its zip or an evidence bundle: the journal to the byte, the decisions against it, and of a
 * bundle every file and, where all are whole, the conflicts computed anew. The error is of something that cannot be
 * read at all.
 */
export async function verify(path: string): Promise<Result<Verified, Message>> {
  const readable = await readableSource(path);
  if (!readable.ok) return readable;
  const { source, broken } = readable.value;
  const bundle = await openBundle(source, broken);
  if (!bundle.ok) return bundle;
  if (!bundle.value && broken[0] !== undefined) {
    return err(message('zip-entry-broken', { file: basename(path), path: broken[0] }));
  }
  const project = await readSource(source);
  const inFiles = bundle.value ? verifiedFiles(bundle.value) : NOTHING;
  if (!project.ok) return inFiles.faults.length > 0 ? ok(inFiles) : project;
  const history = verifiedHistory(project.value);
  const manifest = bundle.value?.manifest;
  const isWhole = inFiles.faults.length + history.faults.length === 0;
  const again = manifest && isWhole ? await verifiedCheck(project.value, manifest) : ok(NOTHING);
  return again.ok ? ok(joined(inFiles, history, again.value)) : again;
}

const NOTHING: Verified = { found: [], faults: [] };

function joined(...parts: readonly Verified[]): Verified {
  return { found: parts.flatMap(({ found }) => found), faults: parts.flatMap(({ faults }) => faults) };
}

function verifiedFiles({
  manifest,
  faults,
  sha256,
}: {
  readonly manifest: BundleManifest | null;
  readonly faults: readonly AuditFault[];
  readonly sha256: string;
}): Verified {
  if (!manifest) return { found: [], faults };
  const { project, createdAt, by, asOf, check, files } = manifest;
  const about = { project, createdAt, by: by || '–', asOf, engine: check.engine.version, sha256 };
  const whole = faults.length === 0 ? [message('audit.files-whole', { count: files.length })] : [];
  return { found: [message('audit.bundle', about), ...whole], faults };
}

function verifiedHistory({ journal, records }: Project): Verified {
  if (!journal) return { found: [message('audit.no-journal')], faults: [] };
  if (!journal.bytes) {
    // A journal that is still to come has nothing to tell; one that decisions were made under has gone.
    const isDecided = records.some(({ kind }) => kind === 'decision' || kind === 'comment');
    const missing = { what: message('audit.journal-missing', { file: journal.file }), entry: null };
    return isDecided
      ? { found: [], faults: [missing] }
      : { found: [message('audit.no-journal')], faults: [] };
  }
  const { entries, fault } = verifyJournal(journal.bytes);
  if (fault || !entries) return { found: [], faults: fault ? [fault] : [] };
  return {
    found: [message('audit.journal-whole', { count: entries.length })],
    faults: verifyRecords(entries, records),
  };
}

async function verifiedCheck(
  project: Project,
  { asOf, check }: BundleManifest,
): Promise<Result<Verified, Message>> {
  const checked = await checkOpened(project, { packs: null, asOf });
  if (!checked.ok) return checked;
  const faults = compareChecks(check, await checked.value.digest());
  const { conflicts, marginal } = check.summary;
  return ok(
    faults.length > 0
      ? { found: [], faults }
      : { found: [message('audit.check-same', { conflicts, marginal })], faults },
  );
}
