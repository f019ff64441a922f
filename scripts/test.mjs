// `npm test`: everything that must hold. Runs every step even when one fails, then prints the true totals of all
// runners on one line; a step that is not a test runner (types, lint …) counts as one test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const totals = { passed: 0, failed: 0, skipped: 0 };

function count(name, passed, failed, skipped = 0) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  console.log(`— ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}

/** Runs a package's command line with Node itself, so that no shell is needed on any system. */
function run(script, args, env = {}) {
  const result = spawnSync(process.execPath, [join('node_modules', ...script.split('/')), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

function step(name, ...commands) {
  console.log(`\n— ${name}`);
  const passed = commands.every(([script, args]) => run(script, args));
  count(name, passed ? 1 : 0, passed ? 0 : 1);
}

/** What a runner's JSON report says; a report that is missing or unreadable is a failure, never nothing. */
function reported(file, read) {
  try {
    return read(JSON.parse(readFileSync(join(results, file), 'utf8')));
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function runner(name, script, args, env, file, read) {
  console.log(`\n— ${name}`);
  const succeeded = run(script, args, env);
  const { passed, failed, skipped } = reported(file, read);
  // A runner can fail outside any test (a crash, an unhandled rejection).
  count(name, passed, failed === 0 && !succeeded ? 1 : failed, skipped);
}

step(
  'types',
  ['typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['typescript/bin/tsc', ['-p', 'tsconfig.core.json']],
);
step('lint', ['eslint/bin/eslint.js', ['.', '--max-warnings', '0']]);
step('format', ['prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']]);
step('dead code', ['knip/bin/knip.js', []]);
step(
  'build',
  ['vite/bin/vite.js', ['build', '--logLevel', 'warn']],
  ['vite/bin/vite.js', ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn']],
);
runner(
  'unit, property, architecture, integration',
  'vitest/vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
  {},
  'vitest.json',
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }),
);
try {
  const browser = ensureChromium();
  runner(
    'browser',
    '@playwright/test/cli.js',
    ['test', '--reporter=list,json'],
    { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'playwright.json') },
    'playwright.json',
    ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }),
  );
} catch (error) {
  console.error(error.message);
  count('browser', 0, 1);
}

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
