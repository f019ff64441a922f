import { apart } from '../measures';
import { printTable, seconds, significant } from './printing';
import { tasksOf } from './browser';
import { folderOf, type Settings } from './settings';

export function reportBrowserImport(settings: Settings): void {
  const parcels = Math.max(...settings.parcels);
  const folder = folderOf(settings, parcels, Math.max(...settings.sites), 'campuses');
  const imports = apart.browserImport({ folder });
  printTable(
    'Importing files of GDAL into the application in Chromium',
    imports?.flatMap(({ driver, bytes, reportS, takenS, reading, taking }) => [
      [`${driver}, ${significant(bytes / 1e6)} MB, chosen → reported`, seconds(reportS), tasksOf(reading)],
      [`${driver}, taken → computed`, seconds(takenS), tasksOf(taking)],
    ]) ?? [['skipped', '–', 'gdal-bin is not installed']],
  );
}
