import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRulePack } from '../../../../src/io/project/rule-pack';
import { packWith, ruleWith } from '../../../builders/project-folder';

describe('readRulePack', () => {
  it('takes a pack, with members that it does not know', () => {
    const pack = packWith([ruleWith({ note: '内部' })]);
    expect(readRulePack(pack, 'rules/x.json')).toEqual({ ok: true, value: pack });
  });

  it.each([
    ['rules.0.severity', ruleWith({ severity: 'forbid' })],
    ['rules.0.test.distanceM', ruleWith({ test: { relation: 'within-distance' } })],
    ['rules.0.test.relation', ruleWith({ test: { relation: 'near' } })],
    ['rules.0.object.layer', ruleWith({ object: { layer: 'trees' } })],
    [
      'rules.0.basis.confidence',
      ruleWith({ basis: { kind: 'law', code: 'x', region: 'CN', confidence: 'sure' } }),
    ],
    ['rules.0.title', ruleWith({ title: '网吧' })],
  ])('says that %s is wrong, in which file', (path, rule) => {
    const result = readRulePack(packWith([rule]), 'rules/x.json');
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'schema-mismatch', params: { file: 'rules/x.json', path } },
    });
  });

  it('refuses a version that is no version, and what is no object', () => {
    expect(readRulePack({ ...packWith([]), version: '1' }, 'x')).toMatchObject({
      error: { params: { path: 'version' } },
    });
    expect(readRulePack(null, 'x')).toMatchObject({ error: { params: { path: '/' } } });
  });

  it.each(['national', 'office', 'template-henan'])('takes the shipped pack %s', (id) => {
    const file = `data/rules/${id}.json`;
    const result = readRulePack(JSON.parse(readFileSync(file, 'utf8')), file);
    expect(result).toMatchObject({ ok: true, value: { id } });
  });

  it('refuses an id that stands twice', () => {
    const result = readRulePack(packWith([ruleWith({}), ruleWith({})]), 'x');
    expect(result).toEqual({
      ok: false,
      error: { code: 'duplicate-rule-id', params: { file: 'x', rule: 'cn.net-cafe-200' } },
    });
  });
});
