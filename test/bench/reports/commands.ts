import { apart } from '../measures';
import { median } from '../support/timing';
import { printTable, seconds, significant, times } from './printing';
import { folderOf, type Settings } from './settings';

export function reportCommandLine(settings: Settings): void {
  const parcels = 100_000;
  if (Math.max(...settings.parcels) < parcels) return;
  const folder = folderOf(settings, parcels, 1000, 'campuses');
  const { parse, check, outputBytes } = apart.commandLine({ folder, runs: settings.runs });
  const base = median(parse);
  printTable('Whole processes: 100,000 parcels × 1,000 campuses × 5 rules', [
    ['node: read and JSON.parse the files', seconds(base), times(1), ''],
    [
      'xuezhi check --out',
      seconds(median(check)),
      times(median(check) / base),
      `goal 4×; ${significant(outputBytes / 1e6)} MB written`,
    ],
  ]);
}
