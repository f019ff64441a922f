import { CODE_SCHEMES, isCodeScheme, type CodeScheme } from '../../domain/land-use';
import { isLayerName, LAYER_NAMES, type LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { Crs } from '../../geo/crs/crs';
import { parseCrs } from '../../geo/crs/parse-crs';
import { INTERNAL, type ExportProfile } from '../../io/export/profile/profile';

export interface ConvertArguments {
  readonly command: 'convert';
  readonly input: string;
  readonly output: string;
  /** Null: as the file says, else by its numbers. */
  readonly from: Crs | null;
  /** Null: what the output format is used with. */
  readonly to: Crs | null;
  /** Of the input's texts; null: found from its bytes. */
  readonly encoding: string | null;
  readonly toEncoding: 'utf-8' | 'gb18030';
  /** A file with the seven parameters of an older datum. */
  readonly parameters: string | null;
  /** The layer whose names and words the attributes get; null: they stay as they are. */
  readonly role: LayerName | null;
  /** Our property by the file's field, at the user's word. */
  readonly fields: Readonly<Record<string, string>>;
  readonly scheme: CodeScheme | null;
  /** Whether a project for QGIS is written beside the output. */
  readonly qgis: boolean;
  readonly profile: ExportProfile;
}

export const CONVERT_OPTIONS = [
  'from',
  'to',
  'encoding',
  'to-encoding',
  'parameters',
  'role',
  'map',
  'scheme',
  'qgis',
  'profile',
  'round',
  'approval-number',
] as const;

type Options = ReadonlyMap<string, readonly string[]>;

/** Reads the words of `xuezhi convert <in> <out>`, of which the options are known. */
export function readConvertArguments(
  positionals: readonly string[],
  options: Options,
): Result<ConvertArguments, Message> {
  const [input, output, extra] = positionals;
  if (input === undefined || output === undefined) return err(message('cli.convert-two-paths'));
  if (extra !== undefined) return err(message('cli.extra-argument', { argument: extra }));
  const empty = CONVERT_OPTIONS.find(
    (name) => name !== 'qgis' && options.has(name) && !options.get(name)?.at(-1),
  );
  if (empty !== undefined) return err(message('cli.missing-value', { option: `--${empty}` }));
  const given = (name: (typeof CONVERT_OPTIONS)[number]) => options.get(name)?.at(-1) ?? null;
  const from = crsOf('from', given('from'));
  if (!from.ok) return from;
  const to = crsOf('to', given('to'));
  if (!to.ok) return to;
  const encoding = encodingOf('encoding', given('encoding'));
  if (!encoding.ok) return encoding;
  const toEncoding = encodingOf('to-encoding', given('to-encoding'));
  if (!toEncoding.ok) return toEncoding;
  const written = toEncoding.value ?? 'utf-8';
  if (written !== 'utf-8' && written !== 'gb18030') {
    return err(badOption('to-encoding', written, ['utf-8', 'gb18030']));
  }
  const role = given('role');
  if (role !== null && !isLayerName(role)) return err(badOption('role', role, LAYER_NAMES));
  const scheme = given('scheme');
  if (scheme !== null && !isCodeScheme(scheme)) return err(badOption('scheme', scheme, CODE_SCHEMES));
  const fields = fieldsOf(options.get('map') ?? []);
  if (!fields.ok) return fields;
  if (role === null && (options.has('map') || scheme !== null)) return err(message('cli.convert-wants-role'));
  const profile = profileOf(given('profile'), given('round'), given('approval-number'));
  if (!profile.ok) return profile;
  return ok({
    command: 'convert',
    input,
    output,
    from: from.value,
    to: to.value,
    encoding: encoding.value,
    toEncoding: written,
    parameters: given('parameters'),
    role,
    fields: fields.value,
    scheme,
    qgis: options.has('qgis'),
    profile: profile.value,
  });
}

const PROFILES = ['internal', 'public'] as const;

function profileOf(
  kind: string | null,
  round: string | null,
  approvalNumber: string | null,
): Result<ExportProfile, Message> {
  if (kind !== null && !(PROFILES as readonly string[]).includes(kind)) {
    return err(badOption('profile', kind, PROFILES));
  }
  if (kind !== 'public') {
    const isLost = round !== null || approvalNumber !== null;
    return isLost ? err(message('cli.convert-wants-public')) : ok(INTERNAL);
  }
  const roundM = Number(round ?? 0);
  if (!Number.isFinite(roundM) || roundM < 0) {
    return err(badOption('round', round ?? '', ['0', '1', '10', '100']));
  }
  return ok({ kind, roundM, approvalNumber: approvalNumber ?? '', tellingRules: [] });
}

function badOption(name: string, value: string, allowed: readonly string[]): Message {
  return message('cli.bad-option', { option: `--${name}`, value, allowed: allowed.join(', ') });
}

function crsOf(option: string, text: string | null): Result<Crs | null, Message> {
  if (text === null) return ok(null);
  const crs = parseCrs(text);
  return crs ? ok(crs) : err(message('cli.unknown-crs', { option: `--${option}`, value: text.slice(0, 80) }));
}

/** GBK and GB 2312 are read and written as what contains them. */
function encodingOf(option: string, text: string | null): Result<string | null, Message> {
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
