import { apart } from '../measures';
import { printTable, seconds, times } from './printing';
import { folderOf, KINDS, type Settings } from './settings';

const PAIRS = 2000;

export function reportPairs(settings: Settings): void {
  for (const kind of KINDS) {
    const folder = folderOf(settings, settings.parcels[0]!, settings.sites[0]!, kind);
    const measured = apart.pairTimes({ folder, limit: PAIRS });
    const own = measured[0]!.microseconds;
    printTable(
      `Area of one parcel inside a zone of ${kind} whose edge crosses it (${PAIRS} pairs)`,
      measured.map(({ who, microseconds, sumM2 }) => [
        who,
        seconds(microseconds / 1e6),
        times(microseconds / own),
        `${(sumM2 / 1e4).toFixed(3)} ha in all`,
      ]),
    );
  }
}
