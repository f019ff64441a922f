import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { strToU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { extentKm, surroundingsOf, whereaboutsOf } from '../../../src/store/import/layer-place';
import { browser, collection, feature, square } from '../../builders/app';
import { testDesk } from '../../builders/folders';
import { differenceFromTruth, interchangeFile } from '../../builders/interchange';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A work with the thousand parcels in it. */
async function withParcels() {
  const desk = testDesk();
  const tab = await browser('a').openTab({ desk });
  await tab.project.openSample('test');
  await tab.idle();
  await tab.imports.add([interchangeFile('parcels.geojson.gz')]);
  await tab.imports.commit();
  await tab.idle();
  const pending = () => tab.imports.getState().pending[0]!;
  return { tab, desk, pending };
}

const moved = (geojson: Uint8Array, east: number, north: number): Uint8Array => {
  const shifted = (value: unknown): unknown =>
    Array.isArray(value)
      ? typeof value[0] === 'number'
        ? [value[0] + east, (value[1] as number) + north]
        : value.map(shifted)
      : value;
  return strToU8(
    JSON.stringify(JSON.parse(new TextDecoder().decode(geojson)), (key, value: unknown) =>
      key === 'coordinates' ? shifted(value) : value,
    ),
  );
};

describe('a layer beside those of the work', () => {
  test('in GCJ-02 is told, and put right at the user’s word alone', async () => {
    const { tab, desk, pending } = await withParcels();
    await tab.imports.add([interchangeFile('gcj02.geojson.gz')]);
    const offset = pending().reply?.preview?.offset;
    expect(offset?.suspect).toBe('gcj02');
    expect(offset?.distanceM).toBeGreaterThan(420);
    expect(pending().source?.choices.crs).toEqual({ kind: 'epsg', epsg: 4490 });
    await tab.imports.setCrs(pending().id, { kind: 'gcj02' });
    expect(pending()).toMatchObject({
      accepted: true,
      source: { choices: { crs: { kind: 'gcj02' } }, isExact: false },
      reply: { preview: { offset: { distanceM: 0, suspect: null } } },
    });
    await tab.imports.commit();
    await tab.idle();
    await tab.project.save();
    const saved = unzipSync(await desk.bytes(desk.downloads.length - 1))['parcels.geojson']!;
    const names = { id: '地块编号' };
    const difference = differenceFromTruth({ geojson: saved }, (x, y) => [x, y], {
      names,
      fields: ['地块编号'],
    });
    expect(difference.metres).toBeLessThan(0.5);
    expect(difference.unmatched).toEqual([]);
  });

  test('by any other shift is told, and stays where it is', async () => {
    const { tab, pending } = await withParcels();
    const { name, bytes } = interchangeFile('parcels.geojson.gz');
    await tab.imports.add([{ name, bytes: moved(bytes, 100 / 94_800, 0) }]);
    const { offset, outline } = pending().reply!.preview!;
    expect(offset?.suspect).toBeNull();
    expect(offset?.eastM).toBeCloseTo(100, 0);
    expect(outline?.box).toEqual(pending().reply?.report.box);
    expect(pending().source?.choices.crs).toEqual({ kind: 'epsg', epsg: 4490 });
  });

  test('that lies right, or has nothing in common with them, is not spoken of', async () => {
    const { tab, pending } = await withParcels();
    await tab.imports.add([interchangeFile('parcels.geojson.gz')]);
    expect(pending().reply?.preview?.offset?.distanceM).toBe(0);
    tab.imports.cancel();
    const others = Array.from({ length: 30 }, (_, i) =>
      feature(`N${i}`, square(105.97 + i * 0.0013, 31.56 + i * i * 0.00007, 0.0007 + i * 0.00001)),
    );
    await tab.imports.add([{ name: '新地块.geojson', bytes: strToU8(collection(...others)) }]);
    expect(pending().reply?.preview?.offset).toBeNull();
  });
});

describe('where a layer lies', () => {
  test('is seen against the layers of the work', async () => {
    const { tab, pending } = await withParcels();
    await tab.imports.add([interchangeFile('parcels.geojson.gz')]);
    const { ground, pending: all } = tab.imports.getState();
    expect(ground.map(({ layer }) => layer)).toEqual(
      expect.arrayContaining(['districts', 'schools', 'parcels']),
    );
    const { layers, city } = surroundingsOf(pending().id, ground, all);
    expect(layers).toHaveLength(ground.length);
    expect(city).toEqual(ground.find(({ layer }) => layer === 'districts')?.outline.box);
    tab.imports.cancel();
    expect(tab.imports.getState().ground).toEqual([]);
  });

  test('is said with distance and wind', () => {
    const city = [105.9, 31.5, 106.1, 31.7] as const;
    expect(whereaboutsOf([105.95, 31.55, 106, 31.6], city)).toEqual({
      said: { code: 'source-inside' },
      isNear: true,
    });
    const far = whereaboutsOf([107, 32.5, 107.2, 32.7], city);
    expect(far.isNear).toBe(false);
    expect(far.said?.params).toMatchObject({ wind: 'ne' });
    expect(whereaboutsOf([105, 31.6, 105.1, 31.6], city).said?.params).toMatchObject({ wind: 'w' });
    expect(whereaboutsOf([106, 30, 106, 30], city).said?.params).toMatchObject({ wind: 's' });
    expect(whereaboutsOf(city, null)).toEqual({ said: null, isNear: true });
    expect(extentKm(city).northSouth).toBeCloseTo(22.2, 6);
    expect(extentKm(city).eastWest).toBeCloseTo(18.9, 1);
  });
});
