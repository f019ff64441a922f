import { apart } from '../measures';
import { counted, printTable } from './printing';
import type { Settings } from './settings';

const PAIRS = 100_000;

export function reportTruth({ seed }: Settings): void {
  const truth = apart.geography({ pairs: PAIRS, seed });
  printTable(`Distances of ${counted(PAIRS)} random pairs against PostGIS on the spheroid`, [
    truth
      ? [
          'xuezhi',
          `${counted(truth.missed)} missed`,
          `99 % within ${(1000 * truth.usualM).toFixed(2)} mm`,
          `PostGIS says up to ${(1000 * truth.postgisOverM).toFixed(0)} mm more`,
          'goal 0 missed',
        ]
      : ['xuezhi', 'skipped: postgresql and postgis are not installed'],
  ]);
}
