import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { layerOf } from '../../../src/domain/plan';
import { writeZip } from '../../../src/io/project/write-zip';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { browser } from '../../builders/app';
import { interchangeFile, interchangeZip } from '../../builders/interchange';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function withProject(): Promise<RunningStores> {
  const tab = await browser('a').openTab();
  await tab.project.openSample('test');
  await tab.idle();
  return tab;
}

const pendingOf = ({ imports }: RunningStores, at = 0) => imports.getState().pending[at]!;

describe('files of other formats', () => {
  test('a zip of a GBK shapefile in a grid becomes parcels, with one word of the user', async () => {
    const tab = await withProject();
    await tab.imports.add([{ name: '地块.zip', bytes: interchangeFile('gbk-4523.zip').bytes }]);
    const { id, layer, source, reply, accepted } = pendingOf(tab);
    expect(source?.choices).toMatchObject({ crs: { kind: 'epsg', epsg: 4523 }, swapAxes: false });
    expect(source?.choices.fields).toMatchObject({ 用地代码: 'landUse' });
    expect(source?.summary).toMatchObject({ format: 'shapefile', encoding: { name: 'gb18030' } });
    expect({ layer, accepted, failure: reply?.report.failure }).toEqual({
      layer: 'parcels',
      accepted: true,
      failure: null,
    });
    await tab.imports.setSource(id, { codeScheme: 'MNR2023' });
    await tab.imports.commit();
    await tab.idle();
    expect(layerOf(tab.plan.getState().plan, 'parcels')).toMatchObject({ file: 'parcels.geojson' });
    const found = await tab.details;
    expect(found).toBeDefined();
  });
});
