import type { WorkerEngine } from '../engine/client';
import { openJournalDb, type JournalDb } from '../io/journal/journal-db';
import { sourcesInWorker } from '../io/import/sources/sources-in-worker';
import { createHostAsker } from '../io/links/host-asker';
import { openTabChannel } from '../io/journal/tab-channel';
import { requestTabLock } from '../io/journal/tab-lock';
import { browserDesk } from '../io/project/browser-desk';
import { builtinPack, BUILTIN_PACK_IDS } from '../io/project/builtin-packs';
import { zipInWorker } from '../io/project/zip-tool';
import { browserMemory } from '../store/browser-memory';
import { createAppStores, type RunningStores } from '../store/create-app-stores';
import { conflictFileInWorker } from './conflict-file-in-worker';
import { layerExportInWorker } from './layer-export-in-worker';
import { reportInWorker } from './report-in-worker';
import { sampleSource } from './sample-source';

/** The journal, or null where the browser keeps no data; the stores tell the user. */
async function journal(): Promise<JournalDb | null> {
  try {
    return await openJournalDb();
  } catch {
    return null;
  }
}

/** A name for this tab; `crypto.randomUUID` is withheld from plain-http intranets. */
function tabName(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** Connects the stores to the browser, which lets the page ask the `opened` origins besides its own. */
export async function startStores(engine: WorkerEngine, opened: readonly string[]): Promise<RunningStores> {
  const channel = openTabChannel();
  return createAppStores({
    engine,
    db: await journal(),
    channel,
    requestLock: (onRole) =>
      requestTabLock({
        onRole,
        channel,
        // Absent on plain-http pages, whatever the type says.
        locks: (navigator as Partial<Navigator>).locks,
        tab: tabName(),
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      }),
    memory: browserMemory(),
    now: () => new Date().toISOString(),
    sampleSource,
    packs: { ids: BUILTIN_PACK_IDS, load: builtinPack },
    desk: browserDesk(),
    sources: sourcesInWorker(
      () => new Worker(new URL('../io/import/sources/source-worker.ts', import.meta.url), { type: 'module' }),
    ),
    layerExports: layerExportInWorker(
      () => new Worker(new URL('./layer-export-worker.ts', import.meta.url), { type: 'module' }),
      engine,
    ),
    asker: createHostAsker(opened, fetch.bind(window), location.protocol === 'https:'),
    reloadPage: () => location.reload(),
    zip: zipInWorker(
      () => new Worker(new URL('../io/project/zip-worker.ts', import.meta.url), { type: 'module' }),
    ),
    reports: reportInWorker(
      () => new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' }),
    ),
    conflictFiles: conflictFileInWorker(
      () => new Worker(new URL('./conflict-file-worker.ts', import.meta.url), { type: 'module' }),
      engine,
    ),
  });
}
