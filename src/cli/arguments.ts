import { isDay } from '../domain/day';
import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';
import { SEVERITIES, type Severity } from '../domain/rule';
import { REPORT_OPTIONS, reportArguments, type ReportArguments } from './report-arguments';
import { APPRAISE_OPTIONS, appraiseArguments, type AppraiseArguments } from './appraise-arguments';
import { DIFF_OPTIONS, diffArguments, type DiffArguments } from './diff-arguments';
import { readValidateArguments, VALIDATE_OPTIONS, type ValidateArguments } from './validate-arguments';
import { CONVERT_OPTIONS, readConvertArguments, type ConvertArguments } from './convert/convert-arguments';

export const FORMATS = ['json', 'geojson', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckArguments {
  readonly command: 'check';
  readonly project: string;
  /** Packs instead of the project's own; null: the project's. */
  readonly rules: readonly string[] | null;
  readonly format: Format;
  /** A file instead of standard output. */
  readonly out: string | null;
  readonly failOn: Severity | 'never';
  /** The day on which decisions must still hold, YYYY-MM-DD; null: today. */
  readonly asOf: string | null;
}

export interface VerifyArguments {
  readonly command: 'verify';
  readonly path: string;
}

export type Arguments =
  | CheckArguments
  | VerifyArguments
  | ValidateArguments
  | DiffArguments
  | ConvertArguments
  | ReportArguments
  | AppraiseArguments
  | HelpArguments
  | { readonly command: 'version' };

export interface HelpArguments {
  readonly command: 'help';
  /** Null: on all of them, briefly. */
  readonly on: CommandName | null;
}

export type CommandName = Exclude<Arguments['command'], 'help' | 'version'>;

/** Options by command. */
export const OPTIONS: Readonly<Record<CommandName, readonly string[]>> = {
  check: ['rules', 'format', 'out', 'fail-on', 'as-of'],
  validate: VALIDATE_OPTIONS,
  verify: [],
  diff: DIFF_OPTIONS,
  convert: CONVERT_OPTIONS,
  report: REPORT_OPTIONS,
  appraise: APPRAISE_OPTIONS,
};

export const COMMANDS = Object.keys(OPTIONS);

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(OPTIONS, word);
}

interface Raw {
  readonly positionals: string[];
  readonly options: Map<string, string[]>;
}

/**
 * How many words an option takes: `--rules` every one up to the next option, `--map` those like `FIELD=property`,
 * `--qgis` and `--json` none.
 */
function takes(name: string, word: string, taken: number): boolean {
  if (name === 'rules') return true;
  if (name === 'qgis' || name === 'json') return false;
  return taken === 0 || (name === 'map' && word.includes('='));
}

/** `--name value`, `--name=value`; an option that comes again adds to its values. */
function scan(words: readonly string[]): Raw {
  const positionals: string[] = [];
  const options = new Map<string, string[]>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.startsWith('--')) {
      positionals.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    const values = options.get(name) ?? [];
    options.set(name, values);
    if (equals >= 0) {
      values.push(word.slice(equals + 1));
      continue;
    }
    for (let taken = 0; i + 1 < words.length; taken++) {
      const next = words[i + 1]!;
      if (next.startsWith('--') || !takes(name, next, taken)) break;
      values.push(next);
      i++;
    }
  }
  return { positionals, options };
}

function oneOf<T extends string>(
  options: Raw['options'],
  name: string,
  allowed: readonly T[],
  fallback: T,
): Result<T, Message> {
  const values = options.get(name);
  if (!values) return ok(fallback);
  const value = values.at(-1);
  const found = allowed.find((word) => word === value);
  return found === undefined
    ? err(message('cli.bad-option', { option: `--${name}`, value: value ?? '', allowed: allowed.join(', ') }))
    : ok(found);
}

function valueOf(options: Raw['options'], name: string): Result<string | null, Message> {
  if (!options.has(name)) return ok(null);
  const value = options.get(name)?.at(-1);
  return value ? ok(value) : err(message('cli.missing-value', { option: `--${name}` }));
}

function dayOf(options: Raw['options'], name: string): Result<string | null, Message> {
  const value = valueOf(options, name);
  if (!value.ok || value.value === null || isDay(value.value)) return value;
  return err(message('cli.bad-day', { option: `--${name}`, value: value.value }));
}

/** Reads the words after `xuezhi`. The error says which word is off and what may stand there. */
export function readArguments(words: readonly string[]): Result<Arguments, Message> {
  const [command, ...rest] = words;
  if (command === undefined || command === 'help' || words.includes('--help')) {
    const on = command === 'help' ? rest[0] : command;
    return ok({ command: 'help', on: isCommand(on) ? on : null });
  }
  if (command === 'version' || command === '--version') return ok({ command: 'version' });
  const { positionals, options } = scan(rest);
  if (!isCommand(command)) return err(message('cli.unknown-command', { command }));
  const unknown = Array.from(options.keys()).find((name) => !OPTIONS[command].includes(name));
  if (unknown !== undefined) return err(message('cli.unknown-option', { option: `--${unknown}`, command }));
  if (command === 'diff') return diffArguments(positionals, (name) => valueOf(options, name));
  if (command === 'validate') return readValidateArguments(positionals, options);
  if (command === 'convert') return readConvertArguments(positionals, options);
  if (command === 'report') return reportArguments(positionals, options);
  if (command === 'appraise') return appraiseArguments(positionals, (name) => valueOf(options, name));
  let rules = options.get('rules') ?? null;
  // `check --rules a.json b.json project`: the last word is the project, when no other word can be.
  if (positionals.length === 0 && rules && rules.length > 1) {
    positionals.push(rules.at(-1)!);
    rules = rules.slice(0, -1);
  }
  const [path, extra] = positionals;
  if (path === undefined) return err(message('cli.missing-path', { command }));
  if (extra !== undefined) return err(message('cli.extra-argument', { argument: extra }));
  if (command !== 'check') return ok({ command, path });
  if (rules?.length === 0) return err(message('cli.missing-value', { option: '--rules' }));
  const format = oneOf(options, 'format', FORMATS, 'json');
  if (!format.ok) return format;
  const failOn = oneOf(options, 'fail-on', [...SEVERITIES, 'never'], 'never');
  if (!failOn.ok) return failOn;
  const out = valueOf(options, 'out');
  if (!out.ok) return out;
  const asOf = dayOf(options, 'as-of');
  if (!asOf.ok) return asOf;
  return ok({
    command,
    project: path,
    rules,
    format: format.value,
    failOn: failOn.value,
    out: out.value,
    asOf: asOf.value,
  });
}
