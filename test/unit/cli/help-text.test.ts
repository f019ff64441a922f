import { describe, expect, it } from 'vitest';
import { COMMANDS, OPTIONS, readArguments, type CommandName } from '../../../src/cli/arguments';
import { helpText } from '../../../src/cli/help-text';
import { LANGUAGES } from '../../../src/i18n/language';

const textOn = (command: CommandName | null, language: 'zh' | 'en') =>
  [...helpText(command, language)].join('');

describe.each(LANGUAGES)('help in %s', (language) => {
  it('names every command, one a line', () => {
    const text = textOn(null, language);
    for (const command of COMMANDS) expect(text).toMatch(new RegExp(`^xuezhi ${command} `, 'm'));
  });

  it.each(COMMANDS as CommandName[])('on %s explains each of its options and no other command', (command) => {
    const text = textOn(command, language);
    for (const option of OPTIONS[command]) expect(text).toMatch(new RegExp(`^ {2}--${option} +\\S`, 'm'));
    expect(text).not.toMatch(/cli\./);
    for (const other of COMMANDS.filter((each) => each !== command)) {
      expect(text).not.toMatch(new RegExp(`^xuezhi ${other} `, 'm'));
    }
  });

  it.each(COMMANDS as CommandName[])('on %s gives two examples that can be run', (command) => {
    const examples = Array.from(
      textOn(command, language).matchAll(/^ {2}xuezhi (.*)$/gm),
      ([, line]) => line!,
    );
    expect(examples).toHaveLength(2);
    for (const line of examples) {
      const words = line.replace(/ > .*$/, '').split(' ');
      expect(words[0]).toBe(command);
      expect(readArguments(words), line).toMatchObject({ ok: true });
    }
  });
});
