import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFaultIn, findJsonFault } from '../../../../src/io/import/json-fault';
import { Pace } from '../../../../src/io/import/pace';

describe('findJsonFault', () => {
  it.each([
    ['{"a": 1,\n "b": }', 'unexpected', 2, 7, '}'],
    ['{"a": 1,\n "b": [1, 2', 'truncated', 2, 12, ''],
    ['["abc', 'truncated', 1, 6, ''],
    ['[1, -Infinity]', 'not-a-number', 1, 5, '-Infinity'],
    ['{a: 1}', 'unexpected', 1, 2, 'a'],
    ['[1] x', 'unexpected', 1, 5, 'x'],
    ['[1,]', 'unexpected', 1, 4, ']'],
    ['[01]', 'unexpected', 1, 3, '1'],
    ['', 'truncated', 1, 1, ''],
    ['[[105.96, 31.', 'truncated', 1, 14, ''],
    ['[1, -', 'truncated', 1, 6, ''],
    ['[1.5E+', 'truncated', 1, 7, ''],
    ['[1, tru', 'truncated', 1, 8, ''],
    ['["a\\"', 'truncated', 1, 6, ''],
    ['[1].', 'unexpected', 1, 4, '.'],
    ['[1] n', 'unexpected', 1, 5, 'n'],
    ['[1.]', 'unexpected', 1, 3, '.'],
    ['[truth', 'unexpected', 1, 2, 'truth'],
  ])('%j', (text, kind, line, column, found) => {
    expect(findJsonFault(text)).toEqual({ kind, line, column, found });
  });

  it('is found in the same place in bytes that come piece by piece', async () => {
    const put = fc.constantFrom(
      '',
      ',',
      '}',
      '"',
      'x',
      '1',
      '-',
      '\n',
      '\\',
      '\\u12',
      'NaN',
      '.',
      'e',
      '𠮷',
      '\u3000',
    );
    const broken = fc.tuple(fc.json({ stringUnit: 'grapheme' }), fc.nat(), put, fc.boolean());
    await fc.assert(
      fc.asyncProperty(broken, fc.integer({ min: 1, max: 9 }), async ([json, at, odd, isCut], most) => {
        const text =
          json.slice(0, at % (json.length + 1)) + odd + (isCut ? '' : json.slice(at % (json.length + 1)));
        const bytes = new TextEncoder().encode(text);
        const read = (start: number, end: number) => bytes.subarray(start, Math.min(end, start + most));
        const found = await findFaultIn({ size: bytes.length, read }, new Pace());
        expect(found).toEqual(findJsonFault(new TextDecoder().decode(bytes)));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', 'x', '1'))
      .map(([text, at, put]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + put + text.slice(cut + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken), (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(findJsonFault(text) === null).toBe(parses);
      }),
      { numRuns: 500 },
    );
  });
});
