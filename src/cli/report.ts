import { writeFile } from 'node:fs/promises';
import { message, type Message } from '../domain/message';
import { planOf } from '../domain/plan';
import { err, ok, type Result } from '../domain/result';
import type { Language } from '../i18n/language';
import { reportWords } from '../i18n/report-words';
import { makeReport } from '../io/report/make-report';
import { check } from './check';
import type { ReportArguments } from './report-arguments';
import { installedAssets } from './report-assets';

/** Checks a project and writes a report of it. The error is of something that cannot be read, or is not there. */
export async function report(words: ReportArguments, language: Language): Promise<Result<null, Message>> {
  const { project, asOf: wantedDay, out, conflicts } = words;
  const checked = await check({ project, rules: null, asOf: wantedDay });
  if (!checked.ok) return checked;
  const { records, report: head, findings, tables, asOf, shapesOf } = checked.value;
  const { coverage, districtOf } = tables;
  // Gone through more than once, and not held in memory.
  const all = { [Symbol.iterator]: () => findings()[Symbol.iterator]() };
  const known = new Set<string>();
  if (conflicts.length > 0) for (const { conflict } of all) known.add(conflict.id);
  const unknown = conflicts.find((id) => !known.has(id));
  if (unknown !== undefined) return err(message('cli.no-such-conflict', { conflict: unknown }));
  const file = await makeReport(
    { plan: planOf(records), head, findings: all, coverage, districtOf, asOf, conflicts },
    {
      ...words,
      words: reportWords(words.language ?? language),
      assets: installedAssets(),
      shapesOf: (conflict) => Promise.resolve(shapesOf(conflict)),
    },
  );
  await writeFile(out, file.bytes);
  return ok(null);
}
