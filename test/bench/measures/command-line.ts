import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CommandLine {
  /** Seconds of whole processes, run in turn. */
  readonly parse: readonly number[];
  readonly check: readonly number[];
  readonly outputBytes: number;
}

const PARSE = `
  const { readFileSync } = require('node:fs');
  for (const file of process.argv.slice(1)) JSON.parse(readFileSync(file, 'utf8'));
`;

/** `xuezhi check` with its output written, and a process of Node that reads and parses the same files. */
export function commandLine({ folder, runs }: { folder: string; runs: number }): CommandLine {
  const out = mkdtempSync(join(tmpdir(), 'xuezhi-bench-'));
  const output = join(out, 'conflicts.json');
  const files = [
    'districts.geojson',
    'schools.geojson',
    'parcels.geojson',
    'targets.json',
    'rules/bench.json',
  ];
  const parse: number[] = [];
  const check: number[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      parse.push(secondsOfProcess(['-e', PARSE, ...files.map((file) => join(folder, file))]));
      check.push(secondsOfProcess(['bin/xuezhi.mjs', 'check', folder, '--out', output]));
    }
    return { parse, check, outputBytes: statSync(output).size };
  } finally {
    rmSync(out, { recursive: true });
  }
}

function secondsOfProcess(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`node ${args[0] ?? ''}: exit ${status ?? 'by a signal'}`);
  return (performance.now() - start) / 1000;
}
