import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textAt, textColumnOf } from '../../../src/domain/text-column';
import { createTextIndex } from '../../../src/domain/text-index';

it('finds every text of a column, and no other', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 4 }), fc.nat(500).map(String));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300 }), text, (texts, other) => {
      const index = createTextIndex(textColumnOf(texts));
      for (const each of texts) expect(index.find(each)).toBe(texts.indexOf(each));
      expect(index.find(other)).toBe(texts.includes(other) ? texts.indexOf(other) : undefined);
    }),
  );
});

it('finds every text of a column that counts up', () => {
  const ascending = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', '0', '1'), maxLength: 4 }),
    fc.nat(500).map(String),
  );
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 300 }), text, (unordered, other) => {
      const texts = unordered.toSorted(ascending);
      const index = createTextIndex(textColumnOf(texts));
      texts.forEach((each, row) => expect(index.find(each)).toBe(row));
      expect(index.find(other)).toBe(texts.includes(other) ? texts.indexOf(other) : undefined);
    }),
  );
});

it('holds a text that begins as a byte order mark does', () => {
  expect(textAt(textColumnOf(['a', '\ufeffb']), 1)).toBe('\ufeffb');
});
