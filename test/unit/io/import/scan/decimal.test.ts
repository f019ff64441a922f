import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecimalReader } from '../../../../../src/io/import/scan/decimal';
import { numberText } from '../../../../builders/json-spelling';

const reader = new DecimalReader();
const read = (text: string) => reader.read(new TextEncoder().encode(`${text}\u0000`), 0);

describe('DecimalReader', () => {
  it('gives the very double that Number gives', () => {
    fc.assert(
      fc.property(numberText, (text) => {
        expect(read(text)).toBe(Number(text));
        expect(reader.end).toBe(text.length);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['', '-', '+1', '.5', '01', '-01', '1.', '1.e5', '1e', '1e+', '00', '1.5.5', 'NaN', '0x10', '1-2'])(
    'refuses %o, which is no JSON number, or stops before what follows it',
    (text) => {
      const value = read(text);
      const json = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(text)?.[0];
      if (Number.isNaN(value)) expect(json === text).toBe(false);
      else expect([value, reader.end]).toEqual([Number(json), json!.length]);
    },
  );

  it.each([
    ['105.123456789', false],
    ['105.1234567891', true],
    ['1234567.5', true],
    ['1e2', true],
  ])('says whether %s may have more than nine places', (text, isFine) => {
    reader.isFine = false;
    read(text);
    expect(reader.isFine).toBe(isFine);
  });
});
