import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/arguments';

function read(line: string) {
  return readArguments(line.split(' ').filter((word) => word !== ''));
}

function errorOf(line: string) {
  const result = read(line);
  return result.ok ? null : result.error;
}

describe('readArguments', () => {
  it('reads check with its defaults', () => {
    expect(read('check city')).toEqual({
      ok: true,
      value: {
        command: 'check',
        project: 'city',
        rules: null,
        format: 'json',
        failOn: 'never',
        out: null,
        asOf: null,
      },
    });
  });

  it('reads every option, as two words or one', () => {
    expect(
      read('check city --format=csv --out a.csv --fail-on restrict --as-of 2026-12-31 --rules a.json b.json'),
    ).toEqual({
      ok: true,
      value: {
        command: 'check',
        project: 'city',
        rules: ['a.json', 'b.json'],
        format: 'csv',
        failOn: 'restrict',
        out: 'a.csv',
        asOf: '2026-12-31',
      },
    });
  });

  it('finds the project after a list of rule packs', () => {
    expect(read('check --rules a.json b.json city')).toMatchObject({
      ok: true,
      value: { project: 'city', rules: ['a.json', 'b.json'] },
    });
    expect(read('check --rules a.json --format json city')).toMatchObject({
      ok: true,
      value: { project: 'city' },
    });
  });

  it.each([
    ['frobnicate x', 'cli.unknown-command'],
    ['check', 'cli.missing-path'],
    ['check a b', 'cli.extra-argument'],
    ['check a --format xml', 'cli.bad-option'],
    ['check a --fail-on loud', 'cli.bad-option'],
    ['check a --colour', 'cli.unknown-option'],
    ['check a --rules', 'cli.missing-value'],
    ['check a --out', 'cli.missing-value'],
    ['check a --as-of', 'cli.missing-value'],
    ['check a --as-of 2026-13-01', 'cli.bad-day'],
    ['validate a --as-of 2026-12-01', 'cli.unknown-option'],
    ['validate a --format json', 'cli.unknown-option'],
    ['validate', 'cli.missing-path'],
  ])('refuses "%s" with %s', (line, code) => {
    expect(errorOf(line)?.code).toBe(code);
  });

  it('asks for help where nothing is said', () => {
    expect(read('')).toEqual({ ok: true, value: { command: 'help', on: null } });
    expect(read('nonsense --help')).toEqual({ ok: true, value: { command: 'help', on: null } });
  });

  it('helps with the command that is asked about', () => {
    for (const line of ['convert --help', 'convert a b --help', 'help convert']) {
      expect(read(line)).toEqual({ ok: true, value: { command: 'help', on: 'convert' } });
    }
  });
});
