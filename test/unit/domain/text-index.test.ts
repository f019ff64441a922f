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

it('holds a text that begins as a byte order mark does', () => {
  expect(textAt(textColumnOf(['a', '\ufeffb']), 1)).toBe('\ufeffb');
});
