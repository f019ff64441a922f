import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_SCHEMES, landUseCodes, landUseName } from '../../../../../src/domain/land-use';
import type { JsonObject } from '../../../../../src/domain/json';
import { LAYER_NAMES, type LayerName } from '../../../../../src/domain/layer';
import { FIELD_TARGETS } from '../../../../../src/io/import/mapping/field-targets';
import { landUseCode } from '../../../../../src/io/import/mapping/land-use-value';
import { mapProperties, type LayerMapping } from '../../../../../src/io/import/mapping/map-feature';
import { areaM2, leadingNumber, schoolScale } from '../../../../../src/io/import/mapping/number-value';
import { suggestFields } from '../../../../../src/io/import/mapping/suggest-fields';
import { ourWord } from '../../../../../src/io/import/mapping/value-words';

const suggest = (layer: LayerName, names: string[], remembered = {}) =>
  suggestFields(
    names.map((name) => ({ name, type: 'text' as const })),
    layer,
    remembered,
  );

describe('fields', () => {
  it('are found by what offices call them', () => {
    expect(suggest('schools', ['学校名称', '学段', '班数', '在校生数', '用地面积（亩）', '校长'])).toEqual({
      学校名称: 'name',
      学段: 'stage',
      班数: 'classes',
      在校生数: 'pupils',
      '用地面积（亩）': 'areaDocM2',
    });
    expect(suggest('parcels', ['地块编号', '用地代码', '容积率', 'FID'])).toEqual({
      地块编号: 'id',
      用地代码: 'landUse',
      容积率: 'far',
    });
    expect(suggest('parcels', ['DKBH', 'YDXZ', 'id', 'name'])).toEqual({
      YDXZ: 'landUse',
      id: 'id',
      name: 'name',
    });
  });

  it('are found by names cut to 10 bytes, of GBK or of UTF-8', () => {
    expect(suggest('parcels', ['规划用地性', '地块编'])).toEqual({ 规划用地性: 'landUse', 地块编: 'id' });
    expect(suggest('parcels', ['用地性'])).toEqual({ 用地性: 'landUse' });
    expect(suggest('schools', ['在校学生数', '学校名'])).toEqual({ 在校学生数: 'pupils', 学校名: 'name' });
    expect(suggest('parcels', ['landusecod'])).toEqual({ landusecod: 'landUse' });
    expect(suggest('parcels', ['地块'])).toEqual({});
  });

  it('are what the user chose before, and no two are the same property', () => {
    expect(suggest('parcels', ['甲', '地块编号'], { 甲: 'id' })).toEqual({ 甲: 'id' });
    expect(suggest('parcels', ['用地代码', '用地性质'])).toEqual({ 用地代码: 'landUse' });
    expect(suggest('parcels', ['constructor', '__proto__'])).toEqual({});
  });

  it('have aliases that are plain, and of one property only within a layer', () => {
    for (const layer of LAYER_NAMES) {
      const all = FIELD_TARGETS[layer].flatMap(({ aliases }) => aliases);
      expect(all.filter((alias) => alias !== alias.toLowerCase().replace(/[\s_()]/g, ''))).toEqual([]);
      expect(all.filter((alias, i) => all.indexOf(alias) !== i)).toEqual([]);
    }
  });
});

describe('values', () => {
  it.each([
    ['schools', 'stage', '小学', 'primary'],
    ['schools', 'stage', ' 九年一贯制学校 ', 'nine-year'],
    ['schools', 'stage', 'Primary', 'primary'],
    ['schools', 'stage', '大学', null],
    ['schools', 'status', '在建', 'under-construction'],
    ['facilities', 'kind', '加油站', 'petrol-station'],
    ['facilities', 'kind', '加气站', 'lpg-station'],
    ['roads', 'class', '主干路', 'arterial'],
    ['controlLines', 'type', '蓝线', 'blue'],
    ['schools', 'stage', 'constructor', null],
  ] as const)('%s %s %s', (layer, property, value, word) => {
    expect(ourWord(layer, property, value)).toBe(word);
  });

  it.each([
    ['0804', 'MNR2023', '0804'],
    [804, 'MNR2023', '0804'],
    ['教育用地', 'MNR2023', '0804'],
    ['0804教育用地', 'MNR2023', '0804'],
    ['教育用地（0804）', 'MNR2023', '0804'],
    ['水田', 'GBT21010-2017', '0101'],
    ['a33', 'GB50137-2011', 'A33'],
    ['A33a', 'GB50137-2011', 'A33a'],
    ['中小学用地 A33', 'GB50137-2011', 'A33'],
    ['0804', 'GB50137-2011', null],
    ['0803 教育用地', 'MNR2023', null],
    ['不知道', 'MNR2023', null],
    ['', 'MNR2023', null],
  ] as const)('land use %s in %s', (value, scheme, code) => {
    expect(landUseCode(value, scheme)).toBe(code);
  });

  it('find every code of every scheme by itself, by its name and by both', () => {
    for (const scheme of CODE_SCHEMES) {
      for (const code of landUseCodes(scheme)) {
        const name = landUseName(scheme, code)?.zh ?? '';
        expect(
          [code, name, `${code} ${name}`, `${name}(${code})`].map((text) => landUseCode(text, scheme)),
        ).toEqual([code, code, code, code]);
      }
    }
  });

  it('are numbers with their units', () => {
    expect(leadingNumber('24班')).toBe(24);
    expect(leadingNumber('约1,080人')).toBe(1080);
    expect(leadingNumber('无')).toBeNull();
    expect(areaM2('30亩', '用地面积')).toBe(20_000);
    expect(areaM2(3, '用地面积（公顷）')).toBe(30_000);
    expect(areaM2('1.5', '面积')).toBe(1.5);
    expect(schoolScale('24班1080人')).toEqual({ classes: 24, pupils: 1080 });
    expect(schoolScale('36个教学班')).toEqual({ classes: 36, pupils: null });
  });
});

/** The layers of the projects that come with the tool. */
function* ourLayers(): Generator<readonly [LayerName, readonly { readonly properties: JsonObject }[]]> {
  for (const project of ['jiangcheng', 'minimal']) {
    for (const file of readdirSync(`data/${project}`)) {
      const layer = LAYER_NAMES.find((name) => file === `${name}.geojson`);
      if (!layer) continue;
      const { features } = JSON.parse(readFileSync(`data/${project}/${file}`, 'utf8')) as {
        readonly features: readonly { readonly properties: JsonObject }[];
      };
      yield [layer, features];
    }
  }
}

describe('a feature', () => {
  const foreign = (codeScheme: LayerMapping['codeScheme']) =>
    mapping('parcels', ['YDXZ', '用地分类标准'], codeScheme);

  const mapping = (
    layer: LayerName,
    names: string[],
    codeScheme: LayerMapping['codeScheme'] = null,
  ): LayerMapping => ({
    layer,
    fields: suggest(layer, names),
    codeScheme,
    values: {},
  });

  it('gets our names and words, keeps what changed beside them, and what is not mapped', () => {
    const given = { 学校名称: '一小', 学段: '小学', 办学规模: '24班1080人', 校长: '某', 状态: null };
    expect(mapProperties(given, mapping('schools', Object.keys(given)))).toMatchObject({
      properties: {
        name: '一小',
        stage: 'primary',
        学段: '小学',
        classes: 24,
        pupils: 1080,
        办学规模: '24班1080人',
        校长: '某',
      },
      unknown: [],
    });
  });

  it('keeps values that are not understood, and says so', () => {
    const given = { 学段: '大学', 班数: '若干' };
    expect(mapProperties(given, mapping('schools', Object.keys(given)))).toMatchObject({
      properties: { stage: '大学', classes: '若干' },
      unknown: [
        { property: 'stage', value: '大学' },
        { property: 'classes', value: '若干' },
      ],
    });
    const own = { ...mapping('schools', ['学段']), values: { stage: { 大学: 'senior' } } };
    expect(mapProperties({ 学段: '大学' }, own)).toEqual({
      properties: { stage: 'senior', 学段: '大学' },
      unknown: [],
      chosen: [{ property: 'stage', value: '大学' }],
      lacksScheme: false,
    });
  });

  it('has codes only in a scheme that was given', () => {
    const given = { 地块编号: 12, 用地性质: '教育用地' };
    const names = Object.keys(given);
    expect(mapProperties(given, mapping('parcels', names)).properties).toEqual({
      id: '12',
      地块编号: 12,
      landUse: '教育用地',
    });
    expect(mapProperties(given, mapping('parcels', names, 'MNR2023')).properties).toEqual({
      id: '12',
      地块编号: 12,
      landUse: '0804',
      用地性质: '教育用地',
      codeScheme: 'MNR2023',
    });
  });

  it('that names the scheme of its codes is taken at its word, whatever the user says of the others', () => {
    const given = { codeScheme: 'GB50137-2011', landUse: 'A33', kind: 'proposal', status: 'vacant' };
    const names = Object.keys(given);
    for (const said of [null, 'MNR2023'] as const) {
      expect(mapProperties(given, mapping('parcels', names, said))).toEqual({
        properties: given,
        unknown: [],
        chosen: [],
        lacksScheme: false,
      });
    }
    const words = { ...mapping('parcels', names, 'MNR2023'), values: { landUse: { A33: '0804' } } };
    expect(mapProperties(given, words)).toMatchObject({ properties: given, chosen: [] });
    expect(mapProperties({ ...given, landUse: '0804' }, mapping('parcels', names, 'MNR2023'))).toMatchObject({
      properties: { landUse: '0804', codeScheme: 'GB50137-2011' },
      unknown: [{ property: 'landUse', value: '0804' }],
    });
    expect(mapProperties({ 用地分类标准: 'mnr2023', YDXZ: '教育用地' }, foreign(null))).toMatchObject({
      properties: { codeScheme: 'MNR2023', landUse: '0804' },
      lacksScheme: false,
    });
  });

  it.each([
    ['none', { YDXZ: '0804' }, []],
    ['an empty one', { YDXZ: '0804', 用地分类标准: ' ' }, []],
    [
      'one that is not known',
      { YDXZ: '0804', 用地分类标准: '国标' },
      [{ property: 'codeScheme', value: '国标' }],
    ],
  ])('that names %s lacks it, until the user says', (_name, given, unknown) => {
    expect(mapProperties(given, foreign(null))).toMatchObject({ unknown, lacksScheme: true });
    expect(mapProperties(given, foreign('MNR2023'))).toMatchObject({
      properties: { landUse: '0804', codeScheme: 'MNR2023' },
      unknown: [],
      lacksScheme: true,
    });
  });

  it('of a project of ours has no value that is not known, and stays as it is', () => {
    for (const [layer, features] of ourLayers()) {
      const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
      const unknown = features.flatMap(({ properties }) => {
        const outcome = mapProperties(properties, mapping(layer, names));
        expect(outcome).toMatchObject({ properties, lacksScheme: false });
        return outcome.unknown;
      });
      expect([layer, unknown]).toEqual([layer, []]);
    }
  });

  it('loses no value, whatever is mapped', () => {
    const name = fc.constantFrom('学段', '班数', '学校名称', '用地面积', '备注', 'stage', 'name', 'x');
    const value = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    fc.assert(
      fc.property(fc.dictionary(name, value), (given) => {
        const { properties } = mapProperties(given, mapping('schools', Object.keys(given)));
        const left = Object.values(properties).map(String);
        for (const one of Object.values(given)) {
          if (String(one).trim() !== '') expect(left).toContain(String(one));
        }
      }),
    );
  });
});
