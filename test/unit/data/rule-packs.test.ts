import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isFacilityKind } from '../../../src/domain/facility-kind';
import type { JsonValue } from '../../../src/domain/json';
import type { RulePack } from '../../../src/domain/rule';
import { runExamplesOf } from '../../../src/engine/examples';
import { readRulePack } from '../../../src/io/project/rule-pack';

const PACKS = ['national', 'office', 'template-henan'];

function packOf(id: string): RulePack {
  const file = `data/rules/${id}.json`;
  const read = readRulePack(JSON.parse(readFileSync(file, 'utf8')), file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The facility kinds that a filter compares `kind` with. */
function kindsIn(filter: JsonValue | undefined): readonly JsonValue[] {
  if (!Array.isArray(filter)) return [];
  const [operator, left, right] = filter;
  if (JSON.stringify(left) !== '["get","kind"]') return filter.flatMap(kindsIn);
  return operator === 'in' && Array.isArray(right) ? [right[1] ?? null].flat() : [right ?? null];
}

describe.each(PACKS)('the pack %s', (id) => {
  const pack = packOf(id);

  it('has its own id and rules with ids of their own', () => {
    expect(pack.id).toBe(id);
    expect(new Set(pack.rules.map((rule) => rule.id)).size).toBe(pack.rules.length);
    expect(pack.rules.length).toBeGreaterThan(5);
  });

  it('cites a clause and its text in every rule', () => {
    expect(pack.rules.filter(({ basis }) => !basis.clause || !basis.text)).toEqual([]);
  });

  it('gives each rule an example that it finds and one that it must not', () => {
    const poor = pack.rules.filter(({ examples }) => {
      const expected = new Set(examples.map(({ expect: verdict }) => verdict));
      return !expected.has('conflict') || !expected.has('clear');
    });
    expect(poor.map((rule) => rule.id)).toEqual([]);
  });

  it('decides its examples as they say', () => {
    const wrong = pack.rules.flatMap((rule) =>
      runExamplesOf(rule)
        .filter(({ expect: wanted, got }) => wanted !== got)
        .map(({ index, expect: wanted, got }) => `${rule.id} #${index}: ${wanted}, got ${got}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets an unapproved site be named by study rules only', () => {
    const named = pack.rules.filter(({ subject }) => subject.statuses?.includes('proposed'));
    expect(named.filter(({ severity }) => severity !== 'study').map((rule) => rule.id)).toEqual([]);
  });
});

describe('the shipped packs together', () => {
  const rules = PACKS.flatMap((id) => packOf(id).rules);

  it('have no two rules of one id', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });

  it('ask only for facility kinds that are listed', () => {
    const kinds = rules
      .filter(({ object }) => object.layer === 'facilities')
      .flatMap(({ object }) => kindsIn(object.where));
    expect(kinds.length).toBeGreaterThan(50);
    expect(kinds.filter((kind) => !isFacilityKind(kind))).toEqual([]);
  });

  it('call nothing of the office law, and nothing unverified full text', () => {
    const office = packOf('office').rules;
    expect(new Set(office.map(({ basis }) => basis.kind))).toEqual(new Set(['office']));
    const local = packOf('template-henan').rules;
    expect(new Set(local.map(({ basis }) => basis.kind))).toEqual(new Set(['local']));
    expect(
      rules.filter(({ basis }) => basis.kind === 'standard' && basis.confidence !== 'secondary'),
    ).toEqual([]);
  });
});
