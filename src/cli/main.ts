import { localDay } from '../domain/day';
import type { Message } from '../domain/message';
import type { Language } from '../i18n/language';
import { tell, translate } from '../i18n/translate';
import { readArguments, type Arguments, type CheckArguments } from './arguments';
import { convert } from './convert/convert';
import type { ConvertArguments } from './convert/convert-arguments';
import { writeFiles } from './convert/write-files';
import { appraise } from './appraise';
import type { AppraiseArguments } from './appraise-arguments';
import { appraisalAsText } from './appraise-text';
import { check, failsOn, noticeMessage } from './check';
import type { AuditFault } from '../io/journal/verify-journal';
import { diff } from './diff';
import { differenceAsJson } from './diff-json';
import { differenceAsText } from './diff-text';
import { report } from './report';
import { reportPieces } from './report-pieces';
import { helpText } from './help-text';
import { issueText } from './issue-text';
import { writeText, type Streams } from './streams';
import { validate, type Validated } from './validate';
import type { ValidateArguments } from './validate-arguments';
import { validatedAsJson } from './validate-json';
import { verify } from './verify';
import { engineVersion } from './version';

const DONE = 0;
const CONFLICTS = 1;
const BROKEN = 1;
const BAD = 2;

/** Chinese in a Chinese locale and where no language is set, English elsewhere. */
function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? '';
  return locale === '' || /^(zh|C|POSIX)/.test(locale) ? 'zh' : 'en';
}

/**
 * The command line. Answers the exit status: 0 done, 1 conflicts at or above `--fail-on` or a record that is not as it
 * was written, 2 bad usage or input that cannot be read (one line on standard error says what, where and how to mend it).
 */
export async function main(
  words: readonly string[],
  streams: Streams = { out: process.stdout, error: process.stderr },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const language = languageOf(environment);
  // What cannot be told to anybody is no reason to break down.
  streams.error.on('error', () => undefined);
  const say = (text: string) => streams.error.write(`${text}\n`);
  const fail = (reason: Message) => {
    say(`xuezhi: ${tell(language, reason).replaceAll('\n', ' ')}`);
    return BAD;
  };
  const parsed = readArguments(words);
  if (!parsed.ok) return fail(parsed.error);
  try {
    return await run(parsed.value, { language, streams, say, fail });
  } catch (error) {
    if (isSystemError(error)) return fail({ code: 'cli.system-error', params: { detail: error.message } });
    throw error;
  }
}

interface Context {
  readonly language: Language;
  readonly streams: Streams;
  readonly say: (text: string) => void;
  readonly fail: (reason: Message) => number;
}

async function run(words: Arguments, context: Context): Promise<number> {
  const { language, streams, fail } = context;
  switch (words.command) {
    case 'help':
      await writeText(helpText(words.on, language), null, streams);
      return DONE;
    case 'version':
      await writeText([`${engineVersion}\n`], null, streams);
      return DONE;
    case 'check':
      return runCheck(words, context);
    case 'convert':
      return runConvert(words, context);
    case 'verify':
      return runVerify(words.path, context);
    case 'report': {
      const written = await report(words, language);
      return written.ok ? DONE : fail(written.error);
    }
    case 'appraise':
      return runAppraise(words, context);
    case 'diff': {
      const { format, out, asOf } = words;
      const difference = await diff(words, asOf ?? localDay(new Date()));
      if (!difference.ok) return fail(difference.error);
      const pieces =
        format === 'json' ? differenceAsJson(difference.value) : differenceAsText(difference.value, language);
      await writeText(pieces, out, streams);
      return DONE;
    }
    case 'validate':
      return runValidate(words, context);
  }
}

async function runCheck(words: CheckArguments, { language, streams, say, fail }: Context): Promise<number> {
  const result = await check(words);
  if (!result.ok) return fail(result.error);
  const { report, unsettled } = result.value;
  for (const notice of report.rejected) say(tell(language, noticeMessage(notice)));
  for (const { rule, missingLayer } of report.checked) {
    if (missingLayer) say(translate(language, 'cli.rule-not-run', { rule, layer: missingLayer }));
  }
  await writeText(reportPieces(words.format, result.value, language), words.out, streams);
  return failsOn(unsettled, words.failOn) ? CONFLICTS : DONE;
}

async function runValidate(
  words: ValidateArguments,
  { language, streams, say, fail }: Context,
): Promise<number> {
  const result = await validate(words);
  if (!result.ok) return fail(result.error);
  if (words.json) await writeText(validatedAsJson(result.value, language), null, streams);
  else sayValidated(result.value, language, say);
  return DONE;
}

function sayValidated(validated: Validated, language: Language, say: Context['say']): void {
  if (validated.kind === 'pack') {
    say(translate(language, 'cli.pack-valid', { pack: validated.id, rules: validated.rules }));
    return;
  }
  for (const { file, layer, total, accepted, remarks, issues } of validated.reports) {
    say(translate(language, 'cli.layer-valid', { file, layer, total, accepted }));
    for (const remark of remarks) say(`  ${tell(language, remark)}`);
    for (const issue of issues) say(`  ${issueText(issue, language)}`);
  }
}

async function runConvert(words: ConvertArguments, { language, say, fail }: Context): Promise<number> {
  const result = await convert(words, language);
  if (!result.ok) return fail(result.error);
  const { files, notes, layers } = result.value;
  for (const layer of layers) say(translate(language, 'cli.converted', layer));
  for (const note of notes) say(`  ${tell(language, note)}`);
  for (const path of await writeFiles(files, words.output))
    say(translate(language, 'cli.written', { file: path }));
  return DONE;
}

async function runAppraise(
  words: AppraiseArguments,
  { language, streams, say, fail }: Context,
): Promise<number> {
  const result = await appraise(words);
  if (!result.ok) return fail(result.error);
  for (const remark of result.value.remarks) say(tell(language, remark));
  const pieces =
    words.format === 'json'
      ? [`${JSON.stringify(result.value.appraisal, null, 2)}\n`]
      : appraisalAsText(result.value, language);
  await writeText(pieces, words.out, streams);
  return DONE;
}

async function runVerify(path: string, { language, streams, fail }: Context): Promise<number> {
  const verified = await verify(path);
  if (!verified.ok) return fail(verified.error);
  const { found, faults } = verified.value;
  const lines = [
    ...found.map((what) => tell(language, what)),
    ...faults.map((fault) => tellFault(language, fault)),
  ];
  await writeText(
    lines.map((line) => `${line}\n`),
    null,
    streams,
  );
  return faults.length > 0 ? BROKEN : DONE;
}

/** What is wrong, and with which transaction. */
function tellFault(language: Language, { what, entry }: AuditFault): string {
  const text = tell(language, what);
  if (!entry) return text;
  const { seq, label, actor, at } = entry;
  const action = tell(language, label);
  return `${text} ${translate(language, 'audit.entry', { seq, action, actor: actor || '–', at })}`;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
