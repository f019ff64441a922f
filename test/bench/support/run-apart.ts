import { spawnSync } from 'node:child_process';

/** Begins the line on which a process gives its result; whatever else it prints is for people. */
const MARK = 'result of the measure: ';

/** Runs a measure of this program in a fresh process, so that none inherits another's heap, and gives its result. */
export function runApart(name: string, input: unknown): unknown {
  const args = [...process.execArgv, process.argv[1]!, '--measure', name, '--input', JSON.stringify(input)];
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 30,
  });
  const line = stdout.split('\n').find((one) => one.startsWith(MARK));
  if (status !== 0 || line === undefined) throw new Error(`${name}: exit ${status ?? 'by a signal'}`);
  return JSON.parse(line.slice(MARK.length));
}

/** The other side of `runApart`. */
export function giveResult(result: unknown): void {
  process.stdout.write(`\n${MARK}${JSON.stringify(result ?? null)}\n`);
}
