import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createInlineEngine } from '../../../src/engine/inline-engine';
import { epsgCrs } from '../../../src/geo/crs/crs';
import { layerExportRun } from '../../../src/io/export/layers/layer-export-run';
import type { LayerExportTool } from '../../../src/io/export/layers/layer-export-tool';
import { writeZip } from '../../../src/io/project/write-zip';
import { unpack } from '../../../src/io/project/zip-source';
import type { AppDeps, RunningStores } from '../../../src/store/create-app-stores';
import { crsOf, layerOffers, rememberedWish, rememberWish } from '../../../src/store/export/export-wish';
import { browser, collection, feature, filesOf, memoryOf, PROJECT_FILES } from '../../builders/app';
import { testDesk } from '../../builders/folders';
import { gdalHere } from '../../builders/gdal';
import { addSchool, codes } from '../../builders/school-work';

const FILES: Readonly<Record<string, string>> = {
  ...PROJECT_FILES,
  'facilities.geojson': collection(
    feature('F-1', { type: 'Point', coordinates: [106.0015, 31.6005] }, { kind: 'net-cafe', name: '网吧' }),
    feature(
      'F-666',
      { type: 'Point', coordinates: [106.0016, 31.6006] },
      { kind: 'prison', name: '北山看守所' },
    ),
  ),
};

const WORDS = { word: (_area: string, value: string) => value, use: (_layer: string, code: string) => code };

let tab: RunningStores | null = null;
afterEach(() => tab?.stop());

async function opened(name: string, changes: Partial<AppDeps> = {}) {
  const desk = testDesk();
  const stores = (tab = await browser(`layer-export-${name}`).openTab({ desk, ...changes }));
  await stores.project.openZip('a.zip', writeZip(filesOf(FILES)));
  await stores.idle();
  stores.session.setState({ dialog: null });
  return { stores, desk, layerExport: stores.layerExport };
}

/** The files of the first download, by name: those in the zip where it is one. */
async function downloaded(desk: ReturnType<typeof testDesk>): Promise<Map<string, string>> {
  const bytes = await desk.bytes(0);
  const name = desk.downloads[0]!.name;
  if (!name.endsWith('.zip')) return new Map([[name, new TextDecoder().decode(bytes)]]);
  const files = unpack(bytes, name);
  if (!files.ok) throw new Error(files.error.code);
  return new Map(Array.from(files.value, ([path, content]) => [path, new TextDecoder().decode(content)]));
}

describe('an export of layers', () => {
  it('holds what is chosen, of the plan as it is, and tells what it wrote', async () => {
    const { stores, desk, layerExport } = await opened('all');
    addSchool(stores, '新校');
    layerExport.change({
      layers: ['schools', 'facilities', 'conflicts', 'zones', 'pipelines'],
      format: 'geojson',
    });
    await layerExport.run();
    const files = await downloaded(desk);
    expect([...files.keys()].sort()).toEqual([
      'conflicts.geojson',
      'facilities.geojson',
      'schools.geojson',
      'zones.geojson',
    ]);
    expect(files.get('schools.geojson')).toContain('新校');
    expect(files.get('schools.geojson')).toContain('xz_district_name');
    expect(files.get('conflicts.geojson')).toMatch(/"verdict":"(conflict|marginal)"/);
    const { report, isRunning } = layerExport.getState();
    expect(isRunning).toBe(false);
    expect(report).toMatchObject({
      file: '测试城-layers.zip',
      isPublic: false,
      crs: { code: 'crs-name.degrees.cgcs2000', params: { epsg: 4490 } },
      removed: {},
    });
    expect(report!.layers.map(({ layer, count }) => [layer, count])).toContainEqual(['schools', 3]);
    expect(stores.session.getState().dialog).toEqual({ kind: 'export-report' });
    expect(stores.session.getState().busy).toEqual([]);
  });

  it('is written in the system that is chosen', async () => {
    const { desk, layerExport } = await opened('system');
    layerExport.change({ layers: ['facilities'], format: 'geojson', crs: epsgCrs(4523) });
    await layerExport.run();
    const [text] = (await downloaded(desk)).values();
    expect(desk.downloads[0]!.name).toBe('测试城-facilities.geojson');
    expect(text).toContain('urn:ogc:def:crs:EPSG::4523');
    expect(text).toMatch(/"coordinates":\[3559\d{4}\.\d+,34\d{5}\.\d+\]/);
  });

  it('for the public counts first what it leaves out, and leaves just that out', async () => {
    const { desk, layerExport } = await opened('public');
    // The layer with the prison is not chosen; its name must not slip through all the same.
    layerExport.change({
      layers: ['facilities', 'schools'],
      format: 'geojson',
      audience: 'public',
      roundM: 10,
    });
    await layerExport.survey();
    const counted = layerExport.getState().survey;
    expect(counted).toMatchObject({ status: 'done', removed: { prisons: 1 } });
    await layerExport.run();
    const all = [...(await downloaded(desk)).values()].join();
    expect(all).not.toMatch(/看守所|F-666/);
    expect(all).toContain('网吧');
    expect(layerExport.getState().report).toMatchObject({
      isPublic: true,
      removed: counted.status === 'done' ? counted.removed : null,
    });
  });

  it('without any layer is refused with a reason', async () => {
    const { stores, desk, layerExport } = await opened('nothing');
    layerExport.change({ layers: ['pipelines'] });
    await layerExport.run();
    expect(codes(stores)).toContain('export-layers.nothing');
    expect(desk.downloads).toEqual([]);
  });

  it('that the format cannot be is refused with a reason', async () => {
    const { stores, desk, layerExport } = await opened('refused');
    layerExport.change({ layers: ['facilities'], format: 'boundary-text', crs: epsgCrs(3857) });
    await layerExport.run();
    expect(codes(stores)).toContain('txt-wants-zone');
    expect(desk.downloads).toEqual([]);
  });

  it('can be given up, and is not of a plan that changed meanwhile', async () => {
    let act: () => void = () => undefined;
    const engine = createInlineEngine();
    const tool: LayerExportTool = (selection) => {
      const run = layerExportRun(selection, WORDS, gdalHere, engine);
      return { ...run, add: (...given) => (act(), run.add(...given)) };
    };
    const { stores, desk, layerExport } = await opened('cancelled', { engine, layerExports: tool });
    act = () => stores.session.getState().busy.at(-1)?.cancel?.();
    await layerExport.run();
    expect(codes(stores)).toContain('export.cancelled');
    act = () => {
      act = () => undefined;
      addSchool(stores, '新校');
    };
    await layerExport.run();
    expect(codes(stores)).toContain('export.outdated');
    expect(desk.downloads).toEqual([]);
    await layerExport.run();
    expect(desk.downloads).toHaveLength(1);
  });

  it('that fails leaves a message', async () => {
    const engine = createInlineEngine();
    const tool: LayerExportTool = (selection) => ({
      ...layerExportRun(selection, WORDS, gdalHere, engine),
      write: () => Promise.reject(new Error('out of memory')),
    });
    const { stores, layerExport } = await opened('failed', { engine, layerExports: tool });
    await layerExport.run();
    expect(stores.session.getState().notices.at(-1)).toMatchObject({
      level: 'error',
      message: { code: 'export-layers.failed', params: { detail: 'out of memory' } },
    });
  });
});

describe('the wish for an export', () => {
  it('is remembered but for what is secret or of one map', () => {
    const memory = memoryOf();
    const wish = rememberedWish(memory);
    rememberWish(memory, {
      ...wish,
      layers: ['schools', 'zones'],
      format: 'dxf',
      crs: {
        kind: 'local-grid',
        grid: {
          datum: 'cgcs2000',
          centralMeridian: 105.9,
          heightM: 350,
          falseEastingM: 5e5,
          falseNorthingM: 0,
        },
      },
      shift: {
        convention: 'coordinate-frame',
        dxM: 1,
        dyM: 2,
        dzM: 3,
        rxSec: 0,
        rySec: 0,
        rzSec: 0,
        scalePpm: 0,
      },
      audience: 'public',
      roundM: 100,
      approvalNumber: '川S12号',
    });
    expect(rememberedWish(memory)).toEqual({
      ...wish,
      layers: ['schools', 'zones'],
      format: 'dxf',
      audience: 'public',
      roundM: 100,
    });
    expect(memory.get('layer-export')).not.toMatch(/350|105\.9|川S|dxM/);
  });

  it('survives a memory that holds something else', () => {
    const memory = memoryOf();
    const fresh = rememberedWish(memory);
    for (const text of ['', '{', '[]', '{"layers":7,"format":"x","epsg":"y","roundM":-1}']) {
      memory.set('layer-export', text);
      expect(rememberedWish(memory)).toEqual(fresh);
    }
  });

  it('is offered what the project has, with counts, and the system that is usual', async () => {
    const { stores } = await opened('offers');
    const { plan } = stores.plan.getState();
    const offers = layerOffers(plan, stores.analysis.getState().analysis, stores.layers.getState().counts);
    expect(offers.map(({ layer, count }) => [layer, count])).toEqual([
      ['districts', 1],
      ['facilities', 2],
      ['schools', 2],
      ['conflicts', expect.any(Number)],
      ['zones', null],
      ['catchments', expect.any(Number)],
    ]);
    expect(crsOf({ format: 'dxf', crs: null }, plan)).toEqual(epsgCrs(4523));
    expect(crsOf({ format: 'geopackage', crs: null }, plan)).toEqual(epsgCrs(4490));
    expect(crsOf({ format: 'kml', crs: epsgCrs(4523) }, plan)).toEqual(epsgCrs(4490));
    expect(crsOf({ format: 'kml', crs: epsgCrs(4326) }, plan)).toEqual(epsgCrs(4326));
  });
});
