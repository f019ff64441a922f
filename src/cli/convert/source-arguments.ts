import { CODE_SCHEMES, isCodeScheme, type CodeScheme } from '../../domain/land-use';
import { isLayerName, LAYER_NAMES, type LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { Crs } from '../../geo/crs/crs';
import { parseCrs } from '../../geo/crs/parse-crs';

/** How files of any format are read. */
export interface SourceArguments {
  /** Null: as the file says, else by its numbers. */
  readonly from: Crs | null;
  /** Of the input's texts; null: found from its bytes. */
  readonly encoding: string | null;
  /** A file with the seven parameters of an older datum. */
  readonly parameters: string | null;
  /** The layer whose names and words the attributes get; null: they stay as they are. */
  readonly role: LayerName | null;
  /** Our property by the file's field, at the user's word. */
  readonly fields: Readonly<Record<string, string>>;
  readonly scheme: CodeScheme | null;
}

export const SOURCE_OPTIONS = ['from', 'encoding', 'parameters', 'role', 'map', 'scheme'] as const;

export type Options = ReadonlyMap<string, readonly string[]>;

/** Reads the options that say how files are read; each that is there has a value. */
export function readSourceArguments(options: Options): Result<SourceArguments, Message> {
  const given = (name: (typeof SOURCE_OPTIONS)[number]) => options.get(name)?.at(-1) ?? null;
  const from = crsOf('from', given('from'));
  if (!from.ok) return from;
  const encoding = encodingOf('encoding', given('encoding'));
  if (!encoding.ok) return encoding;
  const role = given('role');
  if (role !== null && !isLayerName(role)) return err(badOption('role', role, LAYER_NAMES));
  const scheme = given('scheme');
  if (scheme !== null && !isCodeScheme(scheme)) return err(badOption('scheme', scheme, CODE_SCHEMES));
  const fields = fieldsOf(options.get('map') ?? []);
  if (!fields.ok) return fields;
  if (role === null && (options.has('map') || scheme !== null)) return err(message('cli.convert-wants-role'));
  return ok({
    from: from.value,
    encoding: encoding.value,
    parameters: given('parameters'),
    role,
    fields: fields.value,
    scheme,
  });
}

/** Refuses the first of those options that stands without a value. */
export function emptyOption(names: readonly string[], options: Options): Message | null {
  const empty = names.find((name) => options.has(name) && !options.get(name)?.at(-1));
  return empty === undefined ? null : message('cli.missing-value', { option: `--${empty}` });
}

export function badOption(name: string, value: string, allowed: readonly string[]): Message {
  return message('cli.bad-option', { option: `--${name}`, value, allowed: allowed.join(', ') });
}

export function crsOf(option: string, text: string | null): Result<Crs | null, Message> {
  if (text === null) return ok(null);
  const crs = parseCrs(text);
  return crs ? ok(crs) : err(message('cli.unknown-crs', { option: `--${option}`, value: text.slice(0, 80) }));
}

/** GBK and GB 2312 are read and written as what contains them. */
export function encodingOf(option: string, text: string | null): Result<string | null, Message> {
  if (text === null) return ok(null);
  if (/^(gbk|gb-?2312|gb-?18030|cp-?936|936|ansi)$/i.test(text)) return ok('gb18030');
  try {
    return ok(new TextDecoder(text).encoding);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return err(badOption(option, text, ['utf-8', 'gb18030', 'big5']));
  }
}

function fieldsOf(words: readonly string[]): Result<Record<string, string>, Message> {
  const fields: Record<string, string> = {};
  for (const word of words) {
    const equals = word.lastIndexOf('=');
    const [field, property] = [word.slice(0, Math.max(0, equals)), word.slice(equals + 1)];
    if (field === '' || property === '') return err(badOption('map', word, ['FIELD=property']));
    fields[field] = property;
  }
  return ok(fields);
}
