import { LAYER_NAMES } from '../domain/layer';
import type { Language } from '../i18n/language';
import { hasWords, translate } from '../i18n/translate';
import { COMMANDS, OPTIONS, type CommandName } from './arguments';

/** Wider than the longest option. */
const OPTION_WIDTH = 22;

/** How commands are used: each in a line, or one with what it does, its options and examples. */
export function* helpText(on: CommandName | null, language: Language): Generator<string> {
  const t = (code: string) => translate(language, code, { layers: LAYER_NAMES.join(', ') });
  if (on === null) {
    for (const command of COMMANDS) yield `${t(`cli.usage.${command}`)}\n`;
    yield `\n${t('cli.help.more')}\n`;
    return;
  }
  yield `${t(`cli.usage.${on}`)}\n\n${t(`cli.help.${on}`)}\n`;
  if (OPTIONS[on].length > 0) yield `\n${t('cli.help.options')}\n`;
  for (const option of OPTIONS[on]) {
    const own = `cli.option.${on}.${option}`;
    const words = t(hasWords(language, own) ? own : `cli.option.${option}`);
    yield `  ${`--${option}`.padEnd(OPTION_WIDTH)}${words}\n`;
  }
  yield `\n${t('cli.help.examples')}\n`;
  for (const example of t(`cli.examples.${on}`).split('\n')) yield `  ${example}\n`;
}
