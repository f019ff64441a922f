import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { featureAt } from '../../../../src/domain/feature-table';
import { createEngine } from '../../../../src/engine/engine';
import { openIdbFiles } from '../../../../src/engine/shelf/idb-files';
import { createLayerShelf } from '../../../../src/engine/shelf/layer-shelf';
import type { NamedFiles } from '../../../../src/engine/shelf/named-files';
import { filesIn } from '../../../../src/engine/shelf/opfs-files';
import type { KeptReading } from '../../../../src/engine/table-file/table-file';
import { readTable } from '../../../../src/io/import/read-table';
import { cityParcels } from '../../../builders/city-parcels';
import { laidFeatures } from '../../../builders/laid-features';
import { privateFolder } from '../../../builders/private-files';

const FILE = cityParcels(40);
const MANNER = { layer: 'parcels' } as const;
const IDLE = Promise.resolve();

async function parcels(bytes = FILE): Promise<KeptReading> {
  const { table, ...rest } = await readTable({ file: 'p.geojson', bytes, layer: 'parcels' });
  if (!table) throw new Error('the parcels are not sound');
  return { ...rest, table };
}

let serial = 0;
const places: [string, () => Promise<NamedFiles>][] = [
  ['the private file system', async () => filesIn(privateFolder())],
  ['IndexedDB', async () => (await openIdbFiles(`shelf ${serial++}`))!],
];

describe.each(places)('a shelf in %s', (_name, open) => {
  it('gives back the file and what it gave, to another session too', async () => {
    const files = await open();
    const reading = await parcels();
    const { hash } = reading.report;
    const shelf = createLayerShelf(files);
    shelf.keep(MANNER, reading, FILE, IDLE);
    expect(await shelf.has(hash)).toBe(true);
    const later = createLayerShelf(files);
    const again = await later.reading(MANNER, hash);
    expect(again?.report).toEqual(reading.report);
    expect(laidFeatures(again!.table)[7]).toEqual(featureAt(reading.table, 7));
    expect(new Uint8Array(await (await later.file(hash))!.arrayBuffer())).toEqual(FILE);
    expect(await later.reading({ layer: 'parcels', idField: 'DKBH' }, hash)).toBeNull();
    expect(await later.reading({ layer: 'water' }, hash)).toBeNull();
  });

  it('lets go of what nobody needs, but for what came in this session', async () => {
    const files = await open();
    const [old, fresh] = [await parcels(), await parcels(cityParcels(40, 2))];
    const before = createLayerShelf(files);
    before.keep(MANNER, old, new Blob([FILE as Uint8Array<ArrayBuffer>]), IDLE);
    expect(await before.has(old.report.hash)).toBe(true);
    const later = createLayerShelf(files);
    await later.keepOnly([old.report.hash]);
    expect(await later.has(old.report.hash)).toBe(true);
    later.keep(MANNER, fresh, cityParcels(40, 2), IDLE);
    await later.keepOnly([]);
    expect(await later.has(old.report.hash)).toBe(false);
    expect(await later.has(fresh.report.hash)).toBe(true);
  });
});

describe('a shelf', () => {
  it('keeps when there is an idle moment, or what it keeps is asked for', async () => {
    const files = filesIn(privateFolder());
    const shelf = createLayerShelf(files);
    const reading = await parcels();
    const { hash } = reading.report;
    let begin = () => undefined as unknown;
    shelf.keep(MANNER, reading, FILE, new Promise<void>((resolve) => (begin = resolve)));
    let isKept = false;
    const known = shelf.has(hash).then((is) => (isKept = is));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([isKept, await files.names()]).toEqual([false, []]);
    begin();
    expect(await known).toBe(true);
    for (const ask of ['file', 'reading'] as const) {
      const other = createLayerShelf(filesIn(privateFolder()));
      other.keep(MANNER, reading, FILE, new Promise(() => undefined));
      const told = ask === 'file' ? await other.file(hash) : await other.reading(MANNER, hash);
      expect(told).not.toBeNull();
    }
  });

  it('refuses a damaged table, and lets it go', async () => {
    const files = filesIn(privateFolder());
    const shelf = createLayerShelf(files);
    const reading = await parcels();
    shelf.keep(MANNER, reading, FILE, IDLE);
    await shelf.has(reading.report.hash);
    const name = (await files.names()).find((each) => each.endsWith('.table'))!;
    const bytes = new Uint8Array(await (await files.read(name))!.arrayBuffer());
    await files.write(name, bytes.subarray(0, bytes.length / 2));
    expect(await shelf.reading(MANNER, reading.report.hash)).toBeNull();
    expect(await files.names()).toEqual([`${reading.report.hash}.layer`]);
  });

  it('has nothing where the disk is full, and leaves no half of a file', async () => {
    const files = filesIn(privateFolder(FILE.length / 2));
    const shelf = createLayerShelf(files);
    const reading = await parcels();
    shelf.keep(MANNER, reading, FILE, IDLE);
    expect(await shelf.has(reading.report.hash)).toBe(false);
    expect(await shelf.file(reading.report.hash)).toBeNull();
    expect((await files.names()).filter((name) => name.endsWith('.layer'))).toEqual([]);
  });
});

describe('the engine', () => {
  it('recalls a layer that an engine before it inspected', async () => {
    const files = filesIn(privateFolder());
    const inspect = { file: 'p.geojson', layer: 'parcels', bytes: FILE } as const;
    const before = createEngine(Promise.resolve(createLayerShelf(files)));
    const reply = await before.inspect(inspect, 'job', () => undefined);
    const { hash } = reply.report;
    expect(await before.isKept(hash)).toBe(true);
    const after = createEngine(Promise.resolve(createLayerShelf(files)));
    expect(await after.recall({ file: 'p.geojson', layer: 'parcels', hash })).toEqual({
      ...reply,
      sample: [],
    });
    expect(await after.recall({ file: 'p.geojson', layer: 'parcels', hash: 'none' })).toBeNull();
    expect((await after.keptFile(hash))?.size).toBe(FILE.length);
  });

  it('works without a shelf', async () => {
    const engine = createEngine();
    const request = {
      file: 'p.geojson',
      layer: 'parcels',
      bytes: new Blob([FILE as Uint8Array<ArrayBuffer>]),
    } as const;
    const { report } = await engine.inspect(request, 'job', () => undefined);
    expect(report.accepted).toBe(40);
    expect(await engine.isKept(report.hash)).toBe(false);
    expect(await engine.recall({ file: 'p.geojson', layer: 'parcels', hash: report.hash })).toBeNull();
  });
});
