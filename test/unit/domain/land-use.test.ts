import { describe, expect, it } from 'vitest';
import { CODE_SCHEMES, isCodeScheme, landUseCodes, landUseName } from '../../../src/domain/land-use';

describe('land-use codes', () => {
  it.each([
    ['MNR2023', '0803', '文化用地'],
    ['GBT21010-2017', '0803', '教育用地'],
    ['MNR2023', '080403', '中小学用地'],
    ['GB50137-2011', 'A33', '中小学用地'],
    ['GB50137-2011', 'A33b', '中小学用地'],
    ['GBT21010-2017', '08H2', '科教文卫用地'],
  ] as const)('%s %s is %s', (scheme, code, zh) => {
    expect(landUseName(scheme, code)?.zh).toBe(zh);
  });

  it('are unknown outside their scheme', () => {
    expect(landUseName('MNR2023', 'A33')).toBeNull();
    expect(landUseName('GB50137-2011', '0804')).toBeNull();
    expect(landUseName('MNR2023', 'toString')).toBeNull();
    expect(isCodeScheme('GB50137')).toBe(false);
  });

  it.each(CODE_SCHEMES)(
    '%s has a name in both languages for every code, and a parent for every child',
    (scheme) => {
      const codes = landUseCodes(scheme);
      expect(codes.length).toBeGreaterThan(70);
      for (const code of codes) {
        const name = landUseName(scheme, code)!;
        expect(name.zh).toMatch(/\p{Script=Han}/u);
        expect(name.en).toMatch(/^[A-Z]/);
        const step = scheme === 'GB50137-2011' ? 1 : 2;
        if (code.length > step) expect(codes).toContain(code.slice(0, -step));
      }
    },
  );
});
