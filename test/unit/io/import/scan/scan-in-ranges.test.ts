import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { JsonValue } from '../../../../../src/domain/json';
import { sourceOf } from '../../../../../src/io/import/byte-source';
import { Pace } from '../../../../../src/io/import/pace';
import { readTable, type ReadOptions, type TableReading } from '../../../../../src/io/import/read-table';
import { appendColumn } from '../../../../../src/io/import/scan/append-column';
import { ColumnBuilder, tokenOf } from '../../../../../src/io/import/scan/column-builder';
import { featureStarts } from '../../../../../src/io/import/scan/feature-starts';
import { Outlook } from '../../../../../src/io/import/scan/growing';
import { scanBetween, type RangeScanners } from '../../../../../src/io/import/scan/scan-in-ranges';
import { scanRange, type ScanManner } from '../../../../../src/io/import/scan/scan-range';
import { document, layerName } from '../../../../builders/geojson-documents';
import { write } from '../../../../builders/json-spelling';
import { randomSource } from '../../../../builders/random';

const encode = (text: string) => new TextEncoder().encode(text);

/** Scans ranges here, after a turn of their own, and hands over copies as a worker does. */
function scannersOf(bytes: Uint8Array, count: number): RangeScanners {
  return {
    countFor: () => count,
    async scan({ start, end }, manner, { onProgress }) {
      await Promise.resolve();
      const scanned = await scanRange(sourceOf(bytes.slice(start, end)), manner, new Pace());
      onProgress(end - start);
      return structuredClone(scanned);
    },
  };
}

function read(bytes: Uint8Array, options: ReadOptions = {}, more: object = {}): Promise<TableReading> {
  return readTable({ file: 'x', bytes, layer: 'parcels', ...more }, options);
}

/** Columns come in the same order too, of which equality of maps takes no note. */
function expectSame(found: TableReading, expected: TableReading): void {
  expect(found).toEqual(expected);
  const order = ({ table }: TableReading) => [...(table?.columns.keys() ?? [])];
  expect(order(found)).toEqual(order(expected));
}

const square = (i: number) =>
  `{"type":"Polygon","coordinates":[[[106,31],[106.00${1 + (i % 8)},31],[106.001,31.001],[106,31]]]}`;
const plain = (i: number, id = `p${i}`) =>
  `{"type":"Feature","properties":{"id":"${id}","name":"地块${i % 7}","far":${i / 10}},"geometry":${square(i)}}`;
const collection = (features: readonly string[], between = ',') =>
  encode(`{"type":"FeatureCollection","features":[${features.join(between)}],"name":"图层"}`);
const many = (count: number) => Array.from({ length: count }, (_, i) => plain(i));

const MANNER: ScanManner = {
  layer: 'parcels',
  idField: undefined,
  districtsBox: null,
  swapAxes: false,
  crs: undefined,
};

/** Where a collection's first feature begins, and whether it can be scanned in ranges that begin at these places. */
async function between(bytes: Uint8Array, cuts: readonly number[]) {
  const first = new TextDecoder('latin1').decode(bytes).indexOf('"features":[') + '"features":['.length;
  const starts = [first, ...cuts].sort((a, b) => a - b);
  return scanBetween(sourceOf(bytes), starts, {
    ...MANNER,
    pace: new Pace(),
    scanners: scannersOf(bytes, starts.length),
  });
}

describe('scanning in ranges', () => {
  it('gives what scanning at one go gives, of whatever can be written as GeoJSON', async () => {
    await fc.assert(
      fc.asyncProperty(
        document,
        fc.integer(),
        layerName,
        fc.integer({ min: 2, max: 5 }),
        async (value, seed, layer, count) => {
          const next = randomSource(seed);
          const bytes = encode(write(value, next));
          const districtsBox = next() < 0.5 ? ([105.9, 31.5, 106.1, 31.7] as const) : null;
          const more = { layer, districtsBox, idField: 'DKBH', allowEmpty: next() < 0.5 };
          expectSame(
            await read(bytes, { scanners: scannersOf(bytes, count) }, more),
            await read(bytes, {}, more),
          );
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('gives the same or nothing, wherever the cuts are', async () => {
    const features = many(12)
      .join(' ,\n')
      .replaceAll('"name"', '"},{\\"type\\":\\"Feature\\"": [{"type":"Feature"},{"type":"Feature"}], "name"');
    const bytes = collection([features]);
    const alone = (await between(bytes, []))!;
    const expected = { ...alone.collector.finish(), end: alone.end };
    let parted = 0;
    for (let cut = 50; cut < bytes.length; cut++) {
      const found = await between(bytes, [cut]);
      if (!found) continue;
      parted++;
      expect({ ...found.collector.finish(), end: found.end }).toEqual(expected);
    }
    // Before each feature but the first, and in the white space there.
    expect(parted).toBe(11 * 2);
  });

  it('finds where features begin', async () => {
    const features = many(40);
    for (const gap of [',', ' ,\n  ', '\r\n,\t']) {
      const bytes = collection(features, gap);
      const begins = [...new TextDecoder('latin1').decode(bytes).matchAll(/\{"type":"Feature"/g)].map(
        (m) => m.index,
      );
      const starts = await featureStarts(sourceOf(bytes), begins[0]!, 5);
      expect(starts).toHaveLength(5);
      expect(begins).toEqual(expect.arrayContaining(starts));
      expect(await between(bytes, starts.slice(1))).not.toBeNull();
    }
  });

  it('does not trust what looks like a feature', async () => {
    const nested = `{"type":"Feature","properties":{"id":"a","in":[${'0,'.repeat(300)}{},{"type":"Feature"}]},"geometry":${square(1)}}`;
    const bytes = collection([nested, nested.replace('"a"', '"b"')]);
    const scanners = scannersOf(bytes, 4);
    const scan = vi.spyOn(scanners, 'scan');
    expectSame(await read(bytes, { scanners }), await read(bytes));
    expect(scan).toHaveBeenCalled();
  });

  it('does not take features of another list for its own', async () => {
    const others = Array.from({ length: 30 }, (_, i) => plain(i, `q${i}`));
    const bytes = encode(
      `{"type":"FeatureCollection","features":[${many(10).join()}],"others":[${others.join()}]}`,
    );
    const found = await read(bytes, { scanners: scannersOf(bytes, 2) });
    expectSame(found, await read(bytes));
    expect(found.report.accepted).toBe(10);
    expect(found.members).toHaveProperty('others');
  });

  it('starts anew where an id comes twice, in different ranges', async () => {
    const bytes = collection([...many(30), plain(30, 'p2'), plain(31, 'auto')]);
    const found = await read(bytes, { scanners: scannersOf(bytes, 3) });
    expectSame(found, await read(bytes));
    const repaired = found.report.issues.filter(({ level }) => level === 'repaired');
    expect(repaired.map(({ id, message }) => [id, message.code])).toEqual([['p2~2', 'duplicate-id']]);
  });

  it('keeps the indexes of issues, and rejected features', async () => {
    const features = many(30);
    features[3] = features[3]!.replace('"type":"Polygon"', '"type":"Point"');
    features[22] = features[22]!.replace('[106.001,31.001],', '');
    features[25] = '17';
    const bytes = collection(features);
    const found = await read(bytes, { scanners: scannersOf(bytes, 3) });
    expectSame(found, await read(bytes));
    expect(found.report.issues.map(({ index }) => index)).toEqual(expect.arrayContaining([3, 22, 25]));
    expect(found.unread).toHaveLength(3);
  });

  it('tells progress of all ranges together', async () => {
    const bytes = collection(many(30));
    const told: number[] = [];
    await read(bytes, { scanners: scannersOf(bytes, 3), onProgress: ({ done }) => told.push(done) });
    expect(told).toHaveLength(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(bytes.length);
  });

  it('scans alone where a scanner fails', async () => {
    const bytes = collection(many(30));
    const scan = vi.fn(() => Promise.reject(new Error('no worker')));
    expectSame(await read(bytes, { scanners: { countFor: () => 3, scan } }), await read(bytes));
    expect(scan).toHaveBeenCalledTimes(3);
  });

  it('stops all ranges when it is stopped', async () => {
    const bytes = collection(many(30));
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const scanners: RangeScanners = {
      countFor: () => 3,
      scan: (_range, _manner, { signal }) => {
        signals.push(signal);
        if (signals.length === 3) setTimeout(() => controller.abort());
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error())));
      },
    };
    await expect(read(bytes, { scanners, signal: controller.signal })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });
});

describe('a column in parts', () => {
  const kinds: [string, (row: number) => JsonValue | undefined][] = [
    ['few values', (row) => ['a', 1, null, true, { deep: [row % 3] }][row % 5]],
    ['different numbers', (row) => row / 7],
    ['numbers, few at first', (row) => (row < 6000 ? row % 5 : row)],
    ['texts, many at first', (row) => `t${row < 3000 ? row : row % 9}`],
    ['more values than a part may have', (row) => `t${row % 6000}`],
    ['texts, some absent', (row) => (row % 4 === 1 ? undefined : `地${row}`)],
    ['numbers and then a text', (row) => (row === 17_000 ? 'many' : row)],
    ['texts and then a number', (row) => (row === 17_000 ? -0 : `t${row}`)],
    ['different objects', (row) => ({ row, list: [-0, 1e308] })],
    ['nothing for long', (row) => (row < 15_000 ? undefined : row)],
    ['nothing', () => undefined],
  ];
  const SIZE = 20_000;

  it.each(kinds)('of %s is the same as whole', (_name, value) => {
    const build = (from: number, to: number) => {
      const builder = new ColumnBuilder('x', new Outlook());
      for (let row = from; row < to; row++) {
        const own = value(row);
        if (own !== undefined) builder.put(row - from, tokenOf(own));
      }
      return builder;
    };
    const expected = build(0, SIZE).finish(SIZE);
    for (const cuts of [
      [0, 9000, SIZE],
      [0, 1, 4500, 5000, 16_000, SIZE],
      [0, 10, 19_990, SIZE],
    ]) {
      const joined = new ColumnBuilder('x', new Outlook());
      cuts.slice(1).forEach((to, index) => {
        const from = cuts[index]!;
        appendColumn(joined, from, build(from, to).part(to - from), to - from);
      });
      expect(joined.finish(SIZE)).toEqual(expected);
    }
  });
});
