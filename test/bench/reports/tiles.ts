import { apart } from '../measures';
import { median, percentile } from '../support/timing';
import { counted, printTable, seconds } from './printing';
import { folderOf, type Settings } from './settings';

const RUNS = 50;

export function reportTiles(settings: Settings): void {
  const all = Math.max(...settings.parcels);
  const folder = folderOf(settings, all, Math.max(...settings.sites), 'campuses');
  const { tiles, parcels, bytes, milliseconds } = apart.tileCut({ folder, runs: RUNS });
  printTable(`Cutting a view of ${counted(all)} parcels: ${counted(parcels)} in ${tiles} tiles of zoom 14`, [
    [
      'xuezhi',
      `p50 ${seconds(median(milliseconds) / 1000)}`,
      `p95 ${seconds(percentile(milliseconds, 0.95) / 1000)}`,
      `${counted(bytes)} bytes; goal 5 ms for 17,000 parcels`,
    ],
  ]);
}
