import { isDay } from '../domain/day';
import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';
import { LANGUAGES, type Language } from '../i18n/language';
import {
  AUDIENCES,
  REPORT_FORMATS,
  REPORT_KINDS,
  type Audience,
  type ReportFormat,
  type ReportKind,
} from '../io/report/report-input';

export interface ReportArguments {
  readonly command: 'report';
  readonly project: string;
  readonly out: string;
  /** As the ending of `out` says. */
  readonly format: ReportFormat;
  readonly kind: ReportKind;
  readonly audience: Audience;
  /** Null: that of the locale. */
  readonly language: Language | null;
  /** Ids of the conflicts of which there shall be sheets. */
  readonly conflicts: readonly string[];
  /** The day on which decisions must still hold, YYYY-MM-DD; null: today. */
  readonly asOf: string | null;
}

export const REPORT_OPTIONS: readonly string[] = ['out', 'kind', 'conflict', 'audience', 'lang', 'as-of'];

/** What `xuezhi report` is asked for; the words and options after it are sorted already. */
export function reportArguments(
  [project, extra]: readonly string[],
  options: ReadonlyMap<string, readonly string[]>,
): Result<ReportArguments, Message> {
  if (project === undefined) return err(message('cli.missing-path', { command: 'report' }));
  if (extra !== undefined) return err(message('cli.extra-argument', { argument: extra }));
  const empty = Array.from(options).find(
    ([, values]) => values.some((value) => value === '') || values.length === 0,
  );
  if (empty) return err(message('cli.missing-value', { option: `--${empty[0]}` }));
  const last = (name: string) => options.get(name)?.at(-1) ?? null;
  const [out, asOf] = [last('out'), last('as-of')];
  if (out === null) return err(message('cli.missing-value', { option: '--out' }));
  const format = REPORT_FORMATS.find((ending) => out.toLowerCase().endsWith(`.${ending}`));
  if (!format) return err(message('cli.bad-report-file', { file: out }));
  if (asOf !== null && !isDay(asOf)) return err(message('cli.bad-day', { option: '--as-of', value: asOf }));
  const conflicts = options.get('conflict') ?? [];
  const kind = oneOf('kind', REPORT_KINDS, last('kind') ?? (conflicts.length > 0 ? 'conflict' : 'review'));
  if (!kind.ok) return kind;
  if (kind.value === 'conflict' && conflicts.length === 0) {
    return err(message('cli.missing-value', { option: '--conflict' }));
  }
  const audience = oneOf('audience', AUDIENCES, last('audience') ?? 'internal');
  if (!audience.ok) return audience;
  const word = last('lang');
  const language = word === null ? ok(null) : oneOf('lang', LANGUAGES, word);
  if (!language.ok) return language;
  return ok({
    command: 'report',
    project,
    out,
    format,
    kind: kind.value,
    audience: audience.value,
    language: language.value,
    conflicts,
    asOf,
  });
}

function oneOf<T extends string>(name: string, allowed: readonly T[], value: string): Result<T, Message> {
  const found = allowed.find((word) => word === value);
  return found === undefined
    ? err(message('cli.bad-option', { option: `--${name}`, value, allowed: allowed.join(', ') }))
    : ok(found);
}
