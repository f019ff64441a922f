import { createInlineEngine } from '../../src/engine/inline-engine';
import { conflictFileTool } from '../../src/io/export/conflict-file';
import type { ConflictTableWords } from '../../src/io/export/conflict-table';
import { layerExportRun } from '../../src/io/export/layers/layer-export-run';
import { createHostAsker } from '../../src/io/links/host-asker';
import { sourceBatch } from '../../src/io/import/sources/source-batch';
import { openJournalDb, type JournalDb } from '../../src/io/journal/journal-db';
import { requestTabLock } from '../../src/io/journal/tab-lock';
import { memorySource } from '../../src/io/project/file-source';
import { writeZip } from '../../src/io/project/write-zip';
import { bytesOf } from '../../src/store/content-store';
import { createAppStores, type AppDeps, type RunningStores } from '../../src/store/create-app-stores';
import type { Memory } from '../../src/store/browser-memory';
import { unpack } from '../../src/io/project/zip-source';
import type { ZipTool } from '../../src/io/project/zip-tool';
import { testDesk } from './folders';
import { gdalHere } from './gdal';
import { ruleOf } from './plan-records';
import { tabChannels } from './tab-channels';
import { webLocks } from './web-locks';

/** Zips without a worker. */
const zipHere: ZipTool = {
  unpack: (bytes, file) => Promise.resolve(unpack(bytes, file)),
  pack: async (files) => {
    const inMemory = new Map<string, Uint8Array>();
    for (const [path, content] of files) inMemory.set(path, await bytesOf(content));
    return writeZip(inMemory);
  },
};

const WORDS: ConflictTableWords = {
  header: (column) => column,
  word: (_area, value) => value,
  use: (_layer, code) => code,
  pick: ({ zh }) => zh,
};

export const square = (lon: number, lat: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});

export function collection(...features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

export function feature(id: string, geometry: unknown, properties: Record<string, unknown> = {}): unknown {
  return { type: 'Feature', id, geometry, properties: { id, ...properties } };
}

/** A project of one district, two schools and a net café 50 m from the first. */
export const PROJECT_FILES: Readonly<Record<string, string>> = {
  'project.json': JSON.stringify({
    format: 'xuezhi-project',
    version: 1,
    name: '测试城',
    datum: 'CGCS2000',
    toleranceM: 0.05,
    classification: 'internal',
    frame: { lon: 106, lat: 31.6 },
    layers: { districts: 'districts.geojson', schools: 'schools.geojson', facilities: 'facilities.geojson' },
    rules: ['rules/test.json'],
    notes: '示例数据,纯属虚构',
  }),
  'districts.geojson': collection(feature('D-1', square(105.99, 31.59, 0.05), { name: '江北' })),
  'schools.geojson': collection(
    feature('S-0001', square(106, 31.6, 0.001), { name: '城东小学', stage: 'primary', status: 'existing' }),
    feature('S-0002', square(106.02, 31.62, 0.001), {
      name: '城西小学',
      stage: 'primary',
      status: 'planned',
    }),
  ),
  'facilities.geojson': collection(
    feature('F-1', { type: 'Point', coordinates: [106.0015, 31.6005] }, { kind: 'net-cafe', name: '网吧' }),
  ),
  'rules/test.json': JSON.stringify({
    id: 'test',
    version: '1.0.0',
    title: { zh: '试', en: 'Test' },
    region: 'CN',
    rules: [ruleOf('test.near')],
  }),
};

export function filesOf(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

export function memoryOf(): Memory {
  const kept = new Map<string, string>();
  return { get: (name) => kept.get(name) ?? null, set: (name, value) => void kept.set(name, value) };
}

/** One browser: tabs opened in it share storage, locks and channel. Journals are kept under `name`. */
export interface TestBrowser {
  readonly openTab: (
    changes?: Partial<AppDeps> & { wrapDb?: (db: JournalDb) => JournalDb },
  ) => Promise<RunningStores>;
}

export function browser(name: string): TestBrowser {
  const locks = webLocks();
  const openChannel = tabChannels();
  const memory = memoryOf();
  let tabs = 0;
  let seconds = 0;
  return {
    openTab: async (changes = {}) => {
      tabs += 1;
      const tab = `tab-${tabs}`;
      const channel = openChannel();
      const { wrapDb = (same: JournalDb) => same, ...deps } = changes;
      const db = wrapDb(await openJournalDb(name));
      const engine = createInlineEngine();
      return createAppStores({
        engine,
        db,
        channel,
        requestLock: (onRole) =>
          requestTabLock({ onRole, channel, locks, tab, sleep: () => new Promise(() => undefined) }),
        memory,
        layerExports: (selection) =>
          layerExportRun(
            selection,
            { word: (_area, value) => value, use: (_layer, code) => code },
            gdalHere,
            engine,
          ),
        sources: (files) => sourceBatch(files, gdalHere),
        asker: createHostAsker([], fetch),
        reloadPage: () => undefined,
        now: () => {
          seconds += 1;
          return new Date(Date.UTC(2025, 2, 1, 8, 0, seconds)).toISOString();
        },
        sampleSource: (id) => (id === 'test' ? memorySource(filesOf(PROJECT_FILES)) : null),
        packs: { ids: [], load: () => Promise.resolve(null) },
        desk: testDesk(),
        zip: zipHere,
        reports: () => Promise.reject(new Error('no reports here')),
        conflictFiles: conflictFileTool(engine, () => WORDS),
        ...deps,
      });
    },
  };
}

/** A tab with a project of the user's own open, and the notice about classified data read. */
export async function openedProject(
  files: Readonly<Record<string, string>> = PROJECT_FILES,
): Promise<RunningStores> {
  const tab = await browser('a').openTab();
  await tab.project.openZip('a.zip', writeZip(filesOf(files)));
  await tab.idle();
  tab.session.setState({ dialog: null, actor: '李工' });
  return tab;
}
