import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { Crs } from '../../geo/crs/crs';
import { INTERNAL, type ExportProfile } from '../../io/export/profile/profile';
import {
  badOption,
  crsOf,
  emptyOption,
  encodingOf,
  readSourceArguments,
  SOURCE_OPTIONS,
  type Options,
  type SourceArguments,
} from './source-arguments';

export interface ConvertArguments extends SourceArguments {
  readonly command: 'convert';
  readonly input: string;
  readonly output: string;
  /** Null: what the output format is used with. */
  readonly to: Crs | null;
  readonly toEncoding: 'utf-8' | 'gb18030';
  /** Whether a project for QGIS is written beside the output. */
  readonly qgis: boolean;
  readonly profile: ExportProfile;
}

const VALUED_OPTIONS = [
  ...SOURCE_OPTIONS,
  'to',
  'to-encoding',
  'profile',
  'round',
  'approval-number',
] as const;

export const CONVERT_OPTIONS = [...VALUED_OPTIONS, 'qgis'] as const;

/** Reads the words of `xuezhi convert <in> <out>`, of which the options are known. */
export function readConvertArguments(
  positionals: readonly string[],
  options: Options,
): Result<ConvertArguments, Message> {
  const [input, output, extra] = positionals;
  if (input === undefined || output === undefined) return err(message('cli.convert-two-paths'));
  if (extra !== undefined) return err(message('cli.extra-argument', { argument: extra }));
  const empty = emptyOption(VALUED_OPTIONS, options);
  if (empty) return err(empty);
  const source = readSourceArguments(options);
  if (!source.ok) return source;
  const given = (name: (typeof VALUED_OPTIONS)[number]) => options.get(name)?.at(-1) ?? null;
  const to = crsOf('to', given('to'));
  if (!to.ok) return to;
  const toEncoding = encodingOf('to-encoding', given('to-encoding'));
  if (!toEncoding.ok) return toEncoding;
  const written = toEncoding.value ?? 'utf-8';
  if (written !== 'utf-8' && written !== 'gb18030') {
    return err(badOption('to-encoding', written, ['utf-8', 'gb18030']));
  }
  const profile = profileOf(given('profile'), given('round'), given('approval-number'));
  if (!profile.ok) return profile;
  return ok({
    ...source.value,
    command: 'convert',
    input,
    output,
    to: to.value,
    toEncoding: written,
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
