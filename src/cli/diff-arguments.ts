import { isDay } from '../domain/day';
import { isLayerName, LAYER_NAMES, type LayerName } from '../domain/layer';
import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';

export interface DiffArguments {
  readonly command: 'diff';
  readonly a: string;
  readonly b: string;
  readonly format: 'json' | 'text';
  /** Which layer of `a` the file `b` is; null: as its name says, or a whole project. */
  readonly layer: LayerName | null;
  /** A file instead of standard output. */
  readonly out: string | null;
  /** The day on which decisions must still hold, YYYY-MM-DD; null: today. */
  readonly asOf: string | null;
}

export const DIFF_OPTIONS: readonly string[] = ['format', 'layer', 'out', 'as-of'];

/** What `xuezhi diff` is asked for; the words and options after it are sorted already. */
export function diffArguments(
  [a, b, extra]: readonly string[],
  optionOf: (name: string) => Result<string | null, Message>,
): Result<DiffArguments, Message> {
  if (a === undefined || b === undefined) return err(message('cli.missing-two-paths', { command: 'diff' }));
  if (extra !== undefined) return err(message('cli.extra-argument', { argument: extra }));
  const [format, layer, out, asOf] = [
    optionOf('format'),
    optionOf('layer'),
    optionOf('out'),
    optionOf('as-of'),
  ];
  for (const option of [format, layer, out, asOf]) if (!option.ok) return option;
  const values = { format: valueOf(format), layer: valueOf(layer), out: valueOf(out), asOf: valueOf(asOf) };
  const wanted = values.format ?? 'json';
  if (wanted !== 'json' && wanted !== 'text') return err(badOption('--format', wanted, ['json', 'text']));
  if (values.layer !== null && !isLayerName(values.layer)) {
    return err(badOption('--layer', values.layer, LAYER_NAMES));
  }
  if (values.asOf !== null && !isDay(values.asOf)) {
    return err(message('cli.bad-day', { option: '--as-of', value: values.asOf }));
  }
  return ok({ command: 'diff', a, b, ...values, layer: values.layer, format: wanted });
}

function valueOf(option: Result<string | null, Message>): string | null {
  return option.ok ? option.value : null;
}

function badOption(option: string, value: string, allowed: readonly string[]): Message {
  return message('cli.bad-option', { option, value, allowed: allowed.join(', ') });
}
