/**
 * Measures the engine against its peers and prints the ratios, all from one run:
 *   npm run bench                 everything, up to a million parcels
 *   npm run bench -- --quick      a minute's worth
 *   npm run bench -- --only check,pairs --parcels 10000,100000 --sites 100 --runs 3
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMeasure, MEASURES } from './measures';
import { reportBrowser } from './reports/browser';
import { reportBrowserImport } from './reports/browser-import';
import { reportCommandLine } from './reports/commands';
import { reportLoading, reportMemory } from './reports/loading';
import { reportFullCheck } from './reports/full-check';
import { reportMachine } from './reports/machine';
import { reportMoves } from './reports/moves';
import { reportTiles } from './reports/tiles';
import { reportTruth } from './reports/truth';
import { reportPairs } from './reports/pairs';
import type { Settings } from './reports/settings';
import { giveResult } from './support/run-apart';

const REPORTS = {
  check: reportFullCheck,
  moves: reportMoves,
  pairs: reportPairs,
  load: reportLoading,
  memory: reportMemory,
  tiles: reportTiles,
  cli: reportCommandLine,
  truth: reportTruth,
  browser: reportBrowser,
  import: reportBrowserImport,
} as const;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(REPORTS).join(',') },
    parcels: { type: 'string' },
    sites: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    cities: { type: 'string', default: join(tmpdir(), 'xuezhi-bench') },
    measure: { type: 'string' },
    input: { type: 'string', default: 'null' },
  },
});

const numbers = (text: string) => text.split(',').map(Number);

if (values.measure !== undefined) {
  if (!isMeasure(values.measure)) throw new Error(`no measure ${values.measure}`);
  const measure: (input: never) => unknown = MEASURES[values.measure];
  giveResult(await measure(JSON.parse(values.input) as never));
} else {
  const settings: Settings = {
    parcels: numbers(values.parcels ?? (values.quick ? '10000' : '10000,100000,1000000')),
    sites: numbers(values.sites ?? (values.quick ? '100' : '100,1000')),
    runs: Number(values.runs ?? (values.quick ? 1 : 3)),
    seed: Number(values.seed),
    cities: values.cities,
  };
  reportMachine();
  for (const name of values.only.split(',')) {
    const report = Object.entries(REPORTS).find(([one]) => one === name)?.[1];
    if (!report) throw new Error(`--only knows ${Object.keys(REPORTS).join(', ')}`);
    report(settings);
  }
}
