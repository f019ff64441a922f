import { apart } from '../measures';
import type { PageWork } from '../support/page-watch';
import { percentile } from '../support/timing';
import { counted, printTable, seconds } from './printing';
import { folderOf, type Settings } from './settings';

export function reportBrowser(settings: Settings): void {
  const parcels = Math.max(...settings.parcels);
  const folder = folderOf(settings, parcels, Math.max(...settings.sites), 'campuses');
  const { openS, reopenS, opening, zooming, panning } = apart.browser({ folder });
  printTable(`The application in Chromium (software rendering) with ${counted(parcels)} parcels`, [
    ['folder chosen → computed and drawn', seconds(openS), tasksOf(opening)],
    ['opened again → computed and drawn', seconds(reopenS), ''],
    ['zooming in to the parcels', framesOf(zooming), tasksOf(zooming)],
    ['panning there', framesOf(panning), tasksOf(panning)],
  ]);
}

function framesOf({ frames }: PageWork): string {
  const at = (share: number) => seconds(percentile(frames, share) / 1000);
  return `frame p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`;
}

export function tasksOf({ longTasks }: PageWork): string {
  if (longTasks.length === 0) return 'no long task';
  return `${longTasks.length} tasks over 50 ms, the longest ${seconds(percentile(longTasks, 1) / 1000)}`;
}
