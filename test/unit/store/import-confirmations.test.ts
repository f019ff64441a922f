import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { unzipSync } from 'fflate';
import { readdirSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { withCrs } from '../../../src/store/import/crs-choices';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { browser } from '../../builders/app';
import { testDesk } from '../../builders/folders';
import { CUT_NAMES, differenceFromTruth, interchangeFile } from '../../builders/interchange';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** What the user says before the one word that takes the files. */
type Word = (tab: RunningStores) => Promise<void>;

const isGcj02: Word = async ({ imports }) => {
  const { id, source } = imports.getState().pending[0]!;
  await imports.setSource(id, withCrs(source!.summary, { kind: 'gcj02' }));
};

const ALL = ['地块编号', '用地代码', '用地性质', '地块名称', '容积率', '户数'];
/** Boundary-point text has places for these; what a drawing has written in an area is its number. */
const TEXT = ['地块编号', '用地代码', '用地性质'];
const OURS = { id: '地块编号', landUse: '用地代码', name: '地块名称', far: '容积率', households: '户数' };
const NAMES = { ...CUT_NAMES, ...OURS, 地块用途: '用地性质', 地类编码: '用地代码' };

/** Every file of the interchange set, with what the user must say of it besides taking it. */
const FILES: readonly (readonly [
  file: string,
  words: readonly Word[],
  fields: readonly string[],
  metres: number,
])[] = [
  ['gbk-4523.zip', [], ALL, 0.01],
  ['utf8-4544.zip', [], ALL, 0.01],
  ['legacy-crs-4544.geojson.gz', [], ALL, 0.01],
  ['parcels.geojson.gz', [], ALL, 0.01],
  ['gcj02.geojson.gz', [isGcj02], ALL, 0.5],
  ['4490.gpkg.gz', [], ALL, 0.01],
  ['gdb-4523.zip', [], ALL, 0.01],
  ['4490.fgb.gz', [], ALL, 0.01],
  ['parcels.kml.gz', [], ALL, 0.01],
  ['wkt-4490.csv.gz', [], ALL, 0.01],
  ['gbk-4544.dxf.gz', [], ['地块编号'], 0.01],
  ['prefix-gb18030.txt.gz', [], TEXT, 0.01],
  ['no-prefix-utf8.txt.gz', [], TEXT, 0.01],
];

test('every file of the set is counted', () => {
  const files = readdirSync('test/fixtures/interchange').filter((name) => !name.endsWith('.py'));
  expect(FILES.map(([file]) => file).sort()).toEqual(files.sort());
});

test.each(FILES)(
  '%s becomes the same parcels with two confirmations at most',
  async (file, words, fields, metres) => {
    const desk = testDesk();
    const tab = await browser('a').openTab({ desk });
    await tab.project.openSample('test');
    await tab.idle();
    await tab.imports.add([interchangeFile(file)]);
    for (const word of words) await word(tab);
    await tab.imports.commit();
    expect(words.length + 1).toBeLessThanOrEqual(2);
    await tab.idle();
    await tab.project.save();
    const parcels = unzipSync(await desk.bytes(desk.downloads.length - 1))['parcels.geojson'];
    if (!parcels) throw new Error('no parcels were saved');
    const { metres: off, ...rest } = differenceFromTruth({ geojson: parcels }, (x, y) => [x, y], {
      names: NAMES,
      fields,
    });
    expect(rest).toEqual({ unmatched: [], attributes: [] });
    expect(off).toBeLessThan(metres);
  },
);
