import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNames } from '../../../../../src/io/export/formats/file-name';
import { encodedLength, encodeGbk, isGbk } from '../../../../../src/io/export/formats/gbk';
import { shortNames } from '../../../../../src/io/export/formats/shapefile/short-names';
import { xmlText } from '../../../../../src/io/export/formats/xml';

const anyText = fc.string({ unit: 'grapheme', maxLength: 20 });
const chinese = fc.string({
  unit: fc.constantFrom(...Array.from('地块编号用途名称学校𠮷aB_1')),
  minLength: 1,
  maxLength: 12,
});

describe('code page 936', () => {
  it('reads back as what was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const decoded = new TextDecoder('gbk').decode(encodeGbk(text, () => '?'));
        expect(decoded).toBe(Array.from(text, (one) => (isGbk(one) ? one : '?')).join(''));
      }),
    );
  });

  it('writes texts longer than its blocks', () => {
    const text = '学校'.repeat(5000);
    expect(new TextDecoder('gbk').decode(encodeGbk(text, () => '?'))).toBe(text);
    expect(new TextDecoder().decode(encodeGbk('𠮷', () => 'x'.repeat(40)))).toBe('x'.repeat(40));
  });

  it('knows rare characters of its own, and others as those of GB18030', () => {
    expect(isGbk('堃喆镕')).toBe(true);
    expect(isGbk('𠮷')).toBe(false);
    expect(encodedLength('a堃𠮷', 'gb18030')).toBe(7);
    expect(encodedLength('a堃𠮷', 'utf-8')).toBe(8);
  });
});

describe('short names of fields', () => {
  it.each(['utf-8', 'gb18030'] as const)(
    'fit, are told apart, and are beginnings of the full ones in %s',
    (encoding) => {
      fc.assert(
        fc.property(fc.uniqueArray(chinese, { maxLength: 40 }), (fields) => {
          const names = [...shortNames(fields, encoding)];
          expect(names.map(([full]) => full).sort()).toEqual([...fields].sort());
          expect(new Set(names.map(([, short]) => short.toLowerCase())).size).toBe(fields.length);
          for (const [full, short] of names) {
            expect(encodedLength(short, encoding)).toBeLessThanOrEqual(10);
            expect(full.startsWith(short.replace(/_\d+$/u, '')) || full.startsWith(short)).toBe(true);
          }
        }),
      );
    },
  );

  it('stay where they fit', () => {
    expect([...shortNames(['constructionStart', 'constructi', 'Name', 'name'], 'utf-8')]).toEqual([
      ['constructi', 'constructi'],
      ['Name', 'Name'],
      ['constructionStart', 'construc_1'],
      ['name', 'name_1'],
    ]);
  });
});

describe('names of files', () => {
  it('have nothing that a file system forbids, and are told apart', () => {
    expect(fileNames(['a/b:c', 'A_b_c', '..', ' 学校. '])).toEqual(['a_b_c', 'A_b_c_2', '_', '学校']);
  });
});

describe('texts in XML', () => {
  it('are safe', () => {
    expect(xmlText('<a b="c">&\'\u0000\ud800𠮷')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&apos;𠮷');
  });
});
