import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_DIFF } from '../../src/domain/plan-diff';
import type { Decision } from '../../src/domain/decision';
import { check } from '../../src/cli/check';
import { makeBundle } from '../../src/io/bundle/make-bundle';
import { headOf, makeEntry, type JournalEntry } from '../../src/io/journal/journal';
import { writeJsonl } from '../../src/io/journal/jsonl';
import { AS_OF } from './check-input';

/** All files of a folder, by path. */
export function filesIn(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]));
}

/** Puts decisions into a project folder, with the journal of their making. */
export function decideIn(folder: string, decisions: readonly Decision[]): readonly JournalEntry[] {
  const file = join(folder, 'project.json');
  const project = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...project, decisions: 'decisions.json', journal: 'journal.jsonl' }));
  writeFileSync(join(folder, 'decisions.json'), JSON.stringify(decisions, null, 2));
  const entries: JournalEntry[] = [];
  for (const decision of decisions) {
    const { at, by: actor } = decision;
    const label = { code: 'op.set-targets' };
    const diff = { ...EMPTY_DIFF, created: [{ kind: 'decision', decision }] } as const;
    entries.push(makeEntry(headOf(entries), { at, actor, label, diff }));
  }
  writeFileSync(join(folder, 'journal.jsonl'), writeJsonl(entries));
  return entries;
}

/** The files of an evidence bundle of a project folder. */
export async function bundleOf(folder: string): Promise<Map<string, Uint8Array>> {
  const checked = await check({ project: folder, rules: null, asOf: AS_OF });
  if (!checked.ok) throw new Error(checked.error.code);
  const about = {
    project: checked.value.report.project,
    asOf: AS_OF,
    createdAt: '2026-11-25T10:00:00.000Z',
    by: '王科',
  };
  const report = { name: 'report.docx', bytes: new TextEncoder().encode('PK report') };
  const digest = await checked.value.digest();
  const bundle = await makeBundle({ files: filesIn(folder), about, check: digest, report });
  if (!bundle.ok) throw new Error(bundle.error.code);
  return bundle.value.files as Map<string, Uint8Array>;
}
