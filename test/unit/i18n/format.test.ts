import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../../src/i18n/format';

describe('formats', () => {
  const zh = formatsOf('zh');
  const en = formatsOf('en');

  it('gives every area in m², 亩 and ha', () => {
    expect(zh.area(20_000)).toBe('20,000 m² · 30.00 亩 · 2.000 ha');
    expect(en.area(20_000)).toBe('20,000 m² · 30.00 mu · 2.000 ha');
  });

  it('takes 666.667 m² for a 亩', () => {
    expect(zh.mu(666.667)).toBe('1.00 亩');
    expect(zh.mu(1000)).toBe('1.50 亩');
  });

  it('writes distances to the centimetre', () => {
    expect(zh.metres(143.274)).toBe('143.27 m');
    expect(zh.metres(0)).toBe('0.00 m');
  });

  it('writes shares as percent and people with their unit', () => {
    expect(zh.percent(0.6249)).toBe('62.5%');
    expect(zh.people(10510)).toBe('10,510 人');
    expect(en.people(10510)).toBe('10,510 residents');
  });

  it('writes sizes in bytes, KB and MB', () => {
    expect(zh.bytes(87)).toBe('87 B');
    expect(zh.bytes(1024)).toBe('1.0 KB');
    expect(zh.bytes(3.5 * 1024 * 1024)).toBe('3.5 MB');
  });

  it('writes how far it is in metres when near, else in kilometres', () => {
    expect(zh.farness(42)).toBe('42 m');
    expect(zh.farness(999.4)).toBe('999 m');
    expect(zh.farness(999.5)).toBe('1.0 km');
    expect(zh.farness(70_000)).toBe('70 km');
  });

  it('puts what stands beside in the brackets of the language', () => {
    expect(zh.aside('城东小学', 'S-1')).toBe('城东小学（S-1）');
    expect(en.aside('城东小学', 'S-1')).toBe('城东小学 (S-1)');
  });

  it('shows a dash where there is no number', () => {
    for (const none of [null, undefined, NaN]) expect(zh.metres(none)).toBe('—');
    expect(zh.area(null)).toBe('—');
  });
});
