import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import { importRules, MAY_IMPORT } from './import-rules';

async function cruiseSources(paths: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise([...paths], {
    ruleSet: { forbidden: importRules() },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '\\.css$|\\?' },
  });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

const planted = 'src/domain/planted-for-the-architecture-test.ts';

afterAll(() => rmSync(planted, { force: true }));

describe('import directions', () => {
  it('hold in all of src', async () => {
    const { modules, summary } = await cruiseSources(['src']);
    const own = modules.filter(({ source }) => source.startsWith('src/') && !source.includes('planted'));
    // A cruise that found nothing has proved nothing.
    expect(own.length).toBeGreaterThan(150);
    for (const folder of Object.keys(MAY_IMPORT)) {
      expect(own.filter(({ source }) => source.startsWith(`src/${folder}/`)).length, folder).toBeGreaterThan(
        1,
      );
    }
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 120_000);

  it('are seen to be broken by a planted import', async () => {
    mkdirSync('src/domain', { recursive: true });
    writeFileSync(
      planted,
      "import { createRoot } from 'react-dom/client';\nimport { createPlanStore } from '../store/plan-store';\nexport const planted = [createRoot, createPlanStore];\n",
    );
    const { summary } = await cruiseSources([planted]);
    const broken = summary.violations.filter(({ from }) => from === planted).map(({ rule }) => rule.name);
    expect(broken).toContain('domain-imports');
    expect(broken).toContain('domain-imports-no-package');
  }, 60_000);
});
