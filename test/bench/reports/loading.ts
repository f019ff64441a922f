import { apart } from '../measures';
import { median } from '../support/timing';
import { counted, printTable, seconds, significant, times } from './printing';
import { folderOf, type Settings } from './settings';

const WAYS = [
  ['JSON.parse and flatten', 'json', ''],
  ['FlatGeobuf and flatten', 'flatGeobuf', ''],
  ['xuezhi, GeoJSON to placed and indexed', 'scanner', 'one thread'],
  ['xuezhi, GeoJSON, scanned in workers', 'scanners', 'goal 0.33× and 0.5×'],
  ['xuezhi, binary to placed and indexed', 'binary', 'goal 1 s at 1,000,000'],
] as const;

export function reportLoading(settings: Settings): void {
  for (const parcels of settings.parcels) {
    const folder = folderOf(settings, parcels, Math.max(...settings.sites), 'campuses');
    const sizes = apart.otherForms({ folder });
    const loads = WAYS.map(([who, way, goal]) => {
      const runs = Array.from({ length: settings.runs }, () => apart.load({ folder, way }));
      const taken = median(runs.map((run) => run.seconds));
      return { who, goal, taken, peak: median(runs.map((run) => run.peakBytes)) };
    });
    const base = loads[0]!;
    const megabytes = (bytes: number) => `${significant(bytes / 1e6)} MB`;
    printTable(
      `Loading ${counted(parcels)} parcels, ${counted(sizes.vertices)} vertices: time, peak memory`,
      loads.map(({ who, taken, peak, goal }) => [
        who,
        seconds(taken),
        times(taken / base.taken),
        megabytes(peak),
        times(peak / base.peak),
        goal,
      ]),
    );
    printTable('Their files', [
      ['GeoJSON', megabytes(sizes.geojsonBytes), ''],
      ['FlatGeobuf', megabytes(sizes.flatGeobufBytes), ''],
      [
        'xuezhi, binary',
        megabytes(sizes.binaryBytes),
        `${significant(sizes.binaryBytes / sizes.vertices)} bytes a vertex, properties included; goal 6`,
      ],
    ]);
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
