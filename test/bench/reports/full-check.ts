import { RULE_DISTANCES_M } from '../city/documents';
import { apart } from '../measures';
import type { TimedTotals } from '../peers/postgis';
import { median } from '../support/timing';
import { counted, printTable, seconds, times } from './printing';
import { folderOf, sitings, type Kind, type Settings } from './settings';

/** How many times longer PostGIS is to take in one process, with a million parcels and a thousand sites. */
const GOALS: Readonly<Record<Kind, { readonly tuned: number; readonly idiomatic: number }>> = {
  points: { tuned: 50, idiomatic: 100 },
  campuses: { tuned: 20, idiomatic: 40 },
};

export function reportFullCheck(settings: Settings): void {
  for (const parcels of settings.parcels) {
    const places = sitings(settings);
    const folders = places.map(({ count, kind }) => folderOf(settings, parcels, count, kind));
    const engines = folders.map((folder) => apart.engineCheck({ folder, runs: settings.runs }));
    const postgis = apart.postgisCheck({ folders, runs: settings.runs });
    places.forEach(({ count, kind }, n) => {
      const engine = engines[n]!;
      const own = median(engine.seconds);
      const turf = apart.turfCheck({ folder: folders[n]!, sample: 3 });
      const peer = postgis?.[n];
      const row = (who: string, taken: number, note: string) => [
        who,
        seconds(taken),
        times(taken / own),
        note,
      ];
      const found = `${counted(engine.conflicts)} conflicts, ${counted(Math.round(engine.overlapM2 / 1e4))} ha`;
      printTable(
        `Full check: ${counted(parcels)} parcels × ${counted(count)} ${kind} × ${RULE_DISTANCES_M.length} rules`,
        [
          row('xuezhi, one thread', own, found),
          ...(peer
            ? [
                ...(['tuned', 'idiomatic'] as const).flatMap((manner) => {
                  const { oneProcess, parallel } = peer[manner];
                  const goal = `; goal at 1,000,000 × 1,000: ${GOALS[kind][manner]}×`;
                  return [
                    row(`PostGIS, ${manner}, one process`, oneProcess.seconds, noteOf(oneProcess) + goal),
                    row(`PostGIS, ${manner}, parallel`, parallel.seconds, noteOf(parallel)),
                  ];
                }),
              ]
            : [['PostGIS', '–', '–', 'skipped: postgresql and postgis are not installed']]),
          row('Turf + Flatbush', turf, 'reckoned from 3 sites'),
        ],
      );
    });
  }
}

function noteOf({ variant, conflicts, overlapM2 }: TimedTotals): string {
  return `${counted(conflicts)} conflicts, ${counted(Math.round(overlapM2 / 1e4))} ha; ${variant}`;
}
