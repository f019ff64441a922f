import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGbk } from '../../../../../src/io/export/formats/gbk';
import { chooseEncoding, encodingCandidates } from '../../../../../src/io/import/formats/guess-encoding';

const utf8 = (text: string) => new TextEncoder().encode(text);
const gbk = (text: string) => encodeGbk(text, () => '?');

/** Not those that stand in for places without a character. */
const isHan = (character: string) => /^\p{Script=Han}$/u.test(character);

/** Characters of an encoding's row range, by decoding them. */
function charactersOf(
  encoding: string,
  leads: readonly [number, number],
  trails: readonly [number, number],
): string[] {
  const characters: string[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (let trail = trails[0]; trail <= trails[1]; trail++) {
      const character = new TextDecoder(encoding).decode(Uint8Array.of(lead, trail));
      if (isHan(character)) characters.push(character);
    }
  }
  return characters;
}

function big5(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(BIG5.get(character) ?? []));
  }
  return Uint8Array.from(bytes);
}

const BIG5 = new Map<string, readonly number[]>();
for (let lead = 0xa4; lead <= 0xc6; lead++) {
  for (const trails of [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ] as const) {
    for (let trail = trails[0]; trail <= trails[1]; trail++) {
      BIG5.set(new TextDecoder('big5').decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
}

const COMMON_SIMPLIFIED = charactersOf('gb18030', [0xb0, 0xd7], [0xa1, 0xfe]);
const COMMON_TRADITIONAL = [...BIG5.keys()].filter(isHan);

const textOf = (characters: readonly string[]) =>
  fc.array(fc.constantFrom(...characters), { minLength: 12, maxLength: 60 }).map((list) => list.join(''));

describe('encodings told from their bytes', () => {
  it('are those in which common characters were written', () => {
    fc.assert(
      fc.property(textOf(COMMON_SIMPLIFIED), (text) => {
        expect(encodingCandidates([gbk(text)])[0]).toMatchObject({
          name: 'gb18030',
          likelihood: 1,
          samples: [text],
        });
        expect(encodingCandidates([utf8(text)])[0]).toMatchObject({ name: 'utf-8', likelihood: 1 });
      }),
    );
    fc.assert(
      fc.property(textOf(COMMON_TRADITIONAL), (text) => {
        expect(encodingCandidates([big5(text)])[0]).toMatchObject({ name: 'big5', likelihood: 1 });
      }),
    );
  });

  it('are sure where no other reading makes sense', () => {
    expect(chooseEncoding([gbk('二类居住用地'), gbk('中小学用地')], null).encoding).toEqual({
      name: 'gb18030',
      sure: true,
    });
    expect(chooseEncoding([big5('第二種住宅區'), big5('文教用地')], null).encoding).toEqual({
      name: 'big5',
      sure: true,
    });
    expect(chooseEncoding([utf8('二类居住用地')], null).encoding).toEqual({ name: 'utf-8', sure: true });
    // Two characters that are as good in one as in the other.
    expect(chooseEncoding([gbk('爱国')], null).encoding.sure).toBe(false);
  });

  it('do not mind a last character that was cut', () => {
    expect(chooseEncoding([utf8('地块编号').subarray(0, 10)], null).encoding.name).toBe('utf-8');
    expect(chooseEncoding([gbk('二类居住用地').subarray(0, 9)], null).encoding.name).toBe('gb18030');
  });

  it('are what the file claims, unless that gives rubbish', () => {
    const choose = (text: Uint8Array, claimed: string) => chooseEncoding([text], claimed).encoding;
    expect(choose(gbk('爱国'), 'big5')).toEqual({ name: 'big5', sure: true });
    expect(choose(gbk('二类居住用地'), 'utf-8')).toEqual({ name: 'gb18030', sure: false });
    expect(choose(utf8('二类居住用地'), 'gb18030')).toEqual({ name: 'utf-8', sure: false });
    expect(choose(utf8('plain'), 'gb18030')).toEqual({ name: 'gb18030', sure: true });
  });
});
