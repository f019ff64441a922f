import { statSync } from 'node:fs';
import { join } from 'node:path';
import { apart } from '../measures';
import { median } from '../support/timing';
import { counted, printTable, seconds, significant, times } from './printing';
import { folderOf, type Settings } from './settings';

const WAYS = [
  ['JSON.parse and flatten', 'json'],
  ['xuezhi: bytes to placed and indexed', 'xuezhi'],
] as const;

export function reportLoading(settings: Settings): void {
  for (const parcels of settings.parcels) {
    const folder = folderOf(settings, parcels, Math.max(...settings.sites), 'campuses');
    const loads = WAYS.map(([who, way]) => {
      const runs = Array.from({ length: settings.runs }, () => apart.load({ folder, way }));
      return {
        who,
        taken: median(runs.map((run) => run.seconds)),
        peak: median(runs.map((run) => run.peakBytes)),
      };
    });
    const base = loads[0]!;
    const megabytes = statSync(join(folder, 'parcels.geojson')).size / 1e6;
    printTable(
      `Loading ${counted(parcels)} parcels, ${significant(megabytes)} MB of GeoJSON; goal a third of the time, half the memory`,
      loads.map(({ who, taken, peak }) => [
        who,
        seconds(taken),
        times(taken / base.taken),
        `${significant(peak / 1e6)} MB`,
        times(peak / base.peak),
      ]),
    );
  }
}

export function reportMemory(settings: Settings): void {
  // In a small city what every engine holds weighs more than the parcels.
  const rows = [Math.max(...settings.parcels)].map((parcels) => {
    const folder = folderOf(settings, parcels, Math.max(...settings.sites), 'campuses');
    const held = apart.memory({ folder });
    const each = (bytes: number) => `${(bytes / held.parcels).toFixed(0)} bytes`;
    return [
      `${counted(parcels)} parcels`,
      each(held.bytes - held.attributeBytes),
      `and ${each(held.attributeBytes)} of ids and properties`,
    ];
  });
  printTable('Memory that an engine holds for a parcel; goal 280 bytes beyond properties', rows);
}
