import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule, RulePack } from '../../../src/domain/rule';
import { runExamplesOf } from '../../../src/engine/examples';

const FOLDER = join(import.meta.dirname, '../../../data/rules');

const packs = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json') && !file.includes('schema'))
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as RulePack);

describe('the examples of the rules that ship', () => {
  it('are there', () => {
    expect(packs.map(({ id }) => id).sort()).toEqual(['national', 'office', 'template-henan']);
    expect(packs.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  for (const pack of packs) {
    describe(pack.id, () => {
      it.each(pack.rules.map((rule): [string, Rule] => [rule.id, rule]))('%s', (_id, rule) => {
        expect(rule.examples.some(({ expect: verdict }) => verdict !== 'clear')).toBe(true);
        const wrong = runExamplesOf(rule).filter((result) => result.got !== result.expect);
        expect(wrong).toEqual([]);
      });
    });
  }
});
