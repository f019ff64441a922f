import { apart } from '../measures';
import { percentile } from '../support/timing';
import { counted, printTable, seconds } from './printing';
import { folderOf, KINDS, type Settings } from './settings';

const MOVES = 3000;

const GOALS = {
  points: 'goal p50 0.3 ms, p99 1 ms',
  campuses: 'goal p50 1.5 ms, p99 5 ms',
} as const;

export function reportMoves(settings: Settings): void {
  const sites = Math.max(...settings.sites);
  for (const kind of KINDS) {
    const rows = settings.parcels.map((parcels) => {
      const folder = folderOf(settings, parcels, sites, kind);
      const { engine } = apart.siteMove({ folder, moves: MOVES });
      const at = (share: number) => seconds(percentile(engine, share) / 1000);
      return [
        `${counted(parcels)} parcels`,
        `p50 ${at(0.5)}`,
        `p99 ${at(0.99)}`,
        `most ${at(1)}`,
        GOALS[kind],
      ];
    });
    printTable(`Moving one of ${counted(sites)} ${kind} (${counted(MOVES)} moves)`, rows);
  }
}
