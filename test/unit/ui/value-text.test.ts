import { expect, it } from 'vitest';
import type { JsonValue } from '../../../src/domain/json';
import type { LayerName } from '../../../src/domain/layer';
import { formatsOf } from '../../../src/i18n/format';
import { tell, translate, wordOf } from '../../../src/i18n/translate';
import { valueText } from '../../../src/ui/dialogs/import/value-text';

const said = (layer: LayerName, property: string, properties: Record<string, JsonValue>) =>
  valueText(layer, property, properties, {
    language: 'zh',
    t: (code, params) => translate('zh', code, params),
    say: (message) => tell('zh', message),
    word: (area, value) => wordOf('zh', area, value),
    pick: (words) => words.zh,
    formats: formatsOf('zh'),
  });

it('our words are read as a planner says them', () => {
  expect(said('schools', 'stage', { stage: 'primary' })).toBe('小学');
  expect(said('facilities', 'kind', { kind: 'net-cafe' })).toBe('网吧');
  expect(said('roads', 'bridge', { bridge: true })).toBe('是');
  expect(said('parcels', 'landUse', { landUse: '080403', codeScheme: 'MNR2023' })).toBe('080403 中小学用地');
  expect(said('parcels', 'codeScheme', { codeScheme: 'MNR2023' })).toBe('MNR2023 用地用海分类指南');
});

it('what is none of our words stays as it is', () => {
  expect(said('schools', 'stage', { stage: '小教部' })).toBe('小教部');
  expect(said('parcels', 'landUse', { landUse: '080403' })).toBe('080403');
  expect(said('schools', 'name', { name: 'primary' })).toBe('primary');
  expect(said('facilities', 'import', { import: 'done' })).toBe('done');
  expect(said('schools', 'pupils', { pupils: 1200 })).toBe('1200');
  expect(said('schools', 'pupils', { pupils: null })).toBe('');
});
