import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { printTable } from './printing';

/** What the numbers were measured on, and whether something else was running. */
export function reportMachine(): void {
  const processors = cpus();
  printTable('Machine', [
    ['processor', `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`],
    ['memory', `${(totalmem() / 2 ** 30).toFixed(1)} GB`],
    ['system', `${type()} ${release()}, Node ${process.version}`],
    [
      'load before',
      loadavg()
        .map((load) => load.toFixed(2))
        .join(' '),
    ],
  ]);
}
