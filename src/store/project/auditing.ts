import { writeJsonl } from '../../io/journal/jsonl';
import { verifyingJournal } from '../../io/journal/verify-journal';
import { verifyRecords } from '../../io/journal/verify-records';
import { inSlices } from '../in-slices';
import type { Audit } from './audit';
import type { ProjectContext } from './project-context';

/** Reads and verifies the whole journal as it would be saved now, and the decisions against it. */
export async function auditNow({ current, autosave, plan }: ProjectContext): Promise<Audit> {
  const records = [...plan.getState().plan.values()];
  const journal = new TextEncoder().encode(current.rest.journal + writeJsonl(autosave.entries()));
  const done = await inSlices(verifyingJournal(journal));
  const { entries, fault } = done?.value ?? { entries: [], fault: null };
  return { entries: entries ?? [], faults: fault ? [fault] : verifyRecords(entries ?? [], records) };
}
