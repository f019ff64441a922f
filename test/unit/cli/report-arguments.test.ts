import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/arguments';

const read = (line: string) => readArguments(line.split(' '));
const errorOf = (line: string) => {
  const result = read(line);
  return result.ok ? null : result.error.code;
};

describe('xuezhi report', () => {
  it('takes the form from the file’s ending', () => {
    expect(read('report city --out a/核查.DOCX')).toEqual({
      ok: true,
      value: {
        command: 'report',
        project: 'city',
        out: 'a/核查.DOCX',
        format: 'docx',
        kind: 'review',
        audience: 'internal',
        language: null,
        conflicts: [],
        asOf: null,
      },
    });
  });

  it('reads every option; conflicts ask for their sheets', () => {
    expect(
      read(
        'report city --out=r.pdf --conflict r:s:p --conflict r:s:q --audience public --lang en --as-of 2026-12-31',
      ),
    ).toMatchObject({
      ok: true,
      value: {
        kind: 'conflict',
        conflicts: ['r:s:p', 'r:s:q'],
        audience: 'public',
        language: 'en',
        asOf: '2026-12-31',
      },
    });
    expect(read('report city --out r.xlsx --kind yearly')).toMatchObject({
      ok: true,
      value: { kind: 'yearly' },
    });
  });

  it('says what is off', () => {
    expect(errorOf('report --out a.pdf')).toBe('cli.missing-path');
    expect(errorOf('report city')).toBe('cli.missing-value');
    expect(errorOf('report city --out')).toBe('cli.missing-value');
    expect(errorOf('report city --out a.doc')).toBe('cli.bad-report-file');
    expect(errorOf('report city more --out a.pdf')).toBe('cli.extra-argument');
    expect(errorOf('report city --out a.pdf --kind monthly')).toBe('cli.bad-option');
    expect(errorOf('report city --out a.pdf --kind conflict')).toBe('cli.missing-value');
    expect(errorOf('report city --out a.pdf --audience all')).toBe('cli.bad-option');
    expect(errorOf('report city --out a.pdf --lang fr')).toBe('cli.bad-option');
    expect(errorOf('report city --out a.pdf --as-of 2026-13-01')).toBe('cli.bad-day');
    expect(errorOf('report city --out a.pdf --format json')).toBe('cli.unknown-option');
  });
});
