import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';

export interface AppraiseArguments {
  readonly command: 'appraise';
  readonly project: string;
  /** A parcel of the project by its id, or the GeoJSON file of a proposal. */
  readonly land:
    { readonly kind: 'parcel'; readonly id: string } | { readonly kind: 'file'; readonly path: string };
  readonly format: 'json' | 'text';
  /** A file instead of standard output. */
  readonly out: string | null;
}

export const APPRAISE_OPTIONS = ['parcel', 'proposal', 'format', 'out'] as const;

/** What `xuezhi appraise` is asked for; the words and options after it are sorted already. */
export function appraiseArguments(
  [project, extra]: readonly string[],
  optionOf: (name: string) => Result<string | null, Message>,
): Result<AppraiseArguments, Message> {
  if (project === undefined) return err(message('cli.missing-path', { command: 'appraise' }));
  if (extra !== undefined) return err(message('cli.extra-argument', { argument: extra }));
  const values: Record<string, string | null> = {};
  for (const name of APPRAISE_OPTIONS) {
    const option = optionOf(name);
    if (!option.ok) return option;
    values[name] = option.value;
  }
  const { parcel = null, proposal = null, out = null } = values;
  const format = values.format ?? 'text';
  if (format !== 'json' && format !== 'text') {
    return err(message('cli.bad-option', { option: '--format', value: format, allowed: 'json, text' }));
  }
  if ((parcel === null) === (proposal === null)) return err(message('cli.which-land'));
  const land =
    parcel !== null
      ? ({ kind: 'parcel', id: parcel } as const)
      : ({ kind: 'file', path: proposal ?? '' } as const);
  return ok({ command: 'appraise', project, land, format, out });
}
