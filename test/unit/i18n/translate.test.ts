import { describe, expect, it } from 'vitest';
import { tell, translate, wordOf } from '../../../src/i18n/translate';

describe('translate', () => {
  it('puts list values into words', () => {
    expect(translate('zh', 'layer.needed', { layer: 'districts' })).toContain('片区');
    expect(translate('en', 'layer.needed', { layer: 'districts' })).toContain('Districts');
  });

  it('labels an undo by what it takes back', () => {
    const undo = { code: 'history.undo', params: { of: 'op.move-site', name: '城东小学' } };
    expect(tell('zh', undo)).toBe('撤销：移动 城东小学');
    expect(tell('en', undo)).toBe('Undo: Move 城东小学');
  });

  it('takes a title in the language that is read', () => {
    const params = { zh: '网吧', en: 'Internet cafés' };
    expect(translate('zh', 'op.enable-rule', params)).toBe('启用规则 网吧');
    expect(translate('en', 'op.enable-rule', params)).toBe('Switch on Internet cafés');
  });

  it('names the properties that were changed', () => {
    const params = { name: '城东小学', properties: 'classes, unknownOne' };
    expect(translate('zh', 'op.set-properties', params)).toBe('修改 城东小学 的班数、unknownOne');
  });

  it('leaves braces and markup in values alone', () => {
    expect(translate('zh', 'project.downloaded', { file: '<b>{{x}}</b>$t(op.add-pack)' })).toBe(
      '已下载 <b>{{x}}</b>$t(op.add-pack)',
    );
  });

  it('shows an unknown code or word as it is', () => {
    expect(translate('zh', 'no.such-code')).toBe('no.such-code');
    expect(wordOf('zh', 'stage', 'nursery')).toBe('nursery');
    expect(wordOf('zh', 'kind', 'net-cafe')).toBe('网吧');
  });
});
