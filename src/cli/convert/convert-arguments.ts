import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { Crs } from '../../geo/crs/crs';
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
}

const VALUED_OPTIONS = [...SOURCE_OPTIONS, 'to', 'to-encoding'] as const;

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
  const to = crsOf('to', options.get('to')?.at(-1) ?? null);
  if (!to.ok) return to;
  const toEncoding = encodingOf('to-encoding', options.get('to-encoding')?.at(-1) ?? null);
  if (!toEncoding.ok) return toEncoding;
  const written = toEncoding.value ?? 'utf-8';
  if (written !== 'utf-8' && written !== 'gb18030') {
    return err(badOption('to-encoding', written, ['utf-8', 'gb18030']));
  }
  return ok({
    ...source.value,
    command: 'convert',
    input,
    output,
    to: to.value,
    toEncoding: written,
    qgis: options.has('qgis'),
  });
}
