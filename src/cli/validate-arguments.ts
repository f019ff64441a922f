import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';
import {
  emptyOption,
  readSourceArguments,
  SOURCE_OPTIONS,
  type Options,
  type SourceArguments,
} from './convert/source-arguments';

export interface ValidateArguments {
  readonly command: 'validate';
  readonly path: string;
  /** How layers are read at the user's word; null where nothing is said. */
  readonly source: SourceArguments | null;
  /** Whether what was found goes to standard output as JSON. */
  readonly json: boolean;
}

export const VALIDATE_OPTIONS = [...SOURCE_OPTIONS, 'json'] as const;

/** Reads the words of `xuezhi validate <path>`, of which the options are known. */
export function readValidateArguments(
  positionals: readonly string[],
  options: Options,
): Result<ValidateArguments, Message> {
  const [path, extra] = positionals;
  if (path === undefined) return err(message('cli.missing-path', { command: 'validate' }));
  if (extra !== undefined) return err(message('cli.extra-argument', { argument: extra }));
  const empty = emptyOption(SOURCE_OPTIONS, options);
  if (empty) return err(empty);
  const source = readSourceArguments(options);
  if (!source.ok) return source;
  const json = options.has('json');
  const isSaid = options.size > (json ? 1 : 0);
  return ok({ command: 'validate', path, source: isSaid ? source.value : null, json });
}
