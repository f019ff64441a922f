import { apart } from '../measures';
import { counted, printTable } from './printing';
import { folderOf, KINDS, type Settings } from './settings';

const PAIRS = 100_000;

const SKIPPED = [['skipped: postgresql and postgis are not installed']];

export function reportTruth(settings: Settings): void {
  const { parcels, sites, seed } = settings;
  const truth = apart.geography({ pairs: PAIRS, seed });
  printTable(
    `Distances of ${counted(PAIRS)} random pairs against PostGIS on the spheroid; goal 0 missed`,
    truth
      ? [
          [
            `${counted(truth.missed)} missed`,
            `99 % within ${(1000 * truth.usualM).toFixed(2)} mm`,
            `PostGIS says up to ${(1000 * truth.postgisOverM).toFixed(0)} mm more`,
          ],
        ]
      : SKIPPED,
  );
  for (const kind of KINDS) {
    const folder = folderOf(settings, parcels[0]!, sites[0]!, kind);
    const same = apart.postgisTruth({ folder });
    printTable(
      `Every conflict of ${counted(parcels[0]!)} parcels × ${counted(sites[0]!)} ${kind} against PostGIS in the frame`,
      same
        ? [
            [
              `${counted(same.conflicts)} conflicts`,
              `${same.missed} missed, ${same.extra} too many`,
              `distances within ${(1e6 * same.mostM).toPrecision(2)} µm`,
              `areas within ${same.mostM2.toPrecision(2)} m²`,
            ],
          ]
        : SKIPPED,
    );
  }
}
