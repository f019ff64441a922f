import { readFileSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { rulePackSchema } from '../../../src/io/project/rule-pack-schema';

const FILE = 'data/rules/rule-pack.schema.json';

/** `UPDATE_FIXTURES=1 npx vitest run test/unit/io/schema.test.ts` rewrites the published schema on purpose. */
const published = {
  ...toJsonSchema(rulePackSchema),
  $id: 'rule-pack.schema.json',
  title: 'Xuezhi rule pack 学址规则集',
};

describe('the published JSON Schema of rule packs', () => {
  it('is the one that packs are read with', () => {
    if (process.env.UPDATE_FIXTURES === '1') {
      writeFileSync(FILE, `${JSON.stringify(published, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(published)));
  });
});
