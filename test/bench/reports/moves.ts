import { apart } from '../measures';
import { percentile } from '../support/timing';
import { counted, printTable, seconds } from './printing';
import { folderOf, KINDS, type Settings } from './settings';

const MOVES = 3000;
const MOVES_IN_WORKER = 1000;

const GOALS = {
  points: 'p50 0.3 ms, p99 1 ms',
  campuses: 'p50 1.5 ms, p99 5 ms',
} as const;

export function reportMoves(settings: Settings): void {
  const sites = Math.max(...settings.sites);
  for (const kind of KINDS) {
    const rows = settings.parcels.flatMap((parcels) => {
      const folder = folderOf(settings, parcels, sites, kind);
      const row = (where: string, milliseconds: readonly number[], goal: string) => {
        const at = (share: number) => seconds(percentile(milliseconds, share) / 1000);
        return [
          `${counted(parcels)} parcels, ${where}`,
          `p50 ${at(0.5)}`,
          `p99 ${at(0.99)}`,
          goal === '–' ? '' : `goal ${goal}`,
        ];
      };
      const worker = apart.siteMoveInWorker({ folder, moves: MOVES_IN_WORKER });
      return [
        row('engine', apart.siteMove({ folder, moves: MOVES }), GOALS[kind]),
        row('worker, computed', worker.computed, 'p50 3 ms, p99 16 ms'),
        row('worker, changes listed', worker.listed, '–'),
      ];
    });
    printTable(`Moving one of ${counted(sites)} ${kind}`, rows);
  }
}
