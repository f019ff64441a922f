import { describe, expect, it } from 'vitest';
import { zh } from '../../../src/i18n/zh';

/** What is typed, so that it stands as it must be typed. */
const TYPED: readonly RegExp[] = [/“经度, 纬度”/g, /EPSG:\{\{\w+\}\}/g];

/** Terms that are written the same everywhere, in files of data and rules too. */
const TERMS = /临界\(待复测\)|拟选\(未批\)|\(限已载入规则与数据\)|示例数据,纯属虚构|覆盖范围\(非学区\)/g;

/** Marks of half width that touch Chinese; what stands in for a parameter may be Chinese itself. */
function halfWidthIn(words: string): string[] {
  const read = [...TYPED, TERMS].reduce((text, kept) => text.replace(kept, 'EPSG'), words);
  return [
    ...(read.match(/[\p{Script=Han}“”][,:;!?()]|[,:;!?()][\p{Script=Han}“”]/gu) ?? []),
    ...(read.match(/\}\}[:;()]|[()]\{\{/g) ?? []),
  ];
}

describe('punctuation in Chinese', () => {
  it('is of full width beside Chinese characters and beside parameters', () => {
    const mixed = Object.entries(zh).filter(([, words]) => halfWidthIn(words).length > 0);
    expect(mixed).toEqual([]);
  });

  it('has no blank before or after it', () => {
    const spaced = Object.entries(zh).filter(([, words]) =>
      /[，：；！？（）。、] (?!·)|\S [，：；！？（）。、]/.test(words),
    );
    expect(spaced).toEqual([]);
  });

  it('is found where it is of half width', () => {
    for (const words of [
      '面积(m²)',
      '共:3 个',
      '不是图片,请',
      '第 {{line}} 行有误:{{found}}',
      '江城({{n}})',
      '距“甲”;',
    ]) {
      expect(halfWidthIn(words), words).not.toEqual([]);
    }
  });

  it('may be of half width between digits, Latin letters and codes', () => {
    for (const words of [
      '1:500 成图',
      'X, Y 两列',
      '网址 http://x',
      'RFC 7946 (2016)',
      '（±180, ±90）',
      '可能为 EPSG:{{epsg}}；',
    ]) {
      expect(halfWidthIn(words), words).toEqual([]);
    }
  });
});
