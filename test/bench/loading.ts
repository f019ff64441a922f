/**
 * Times the loading of a layer in this very build:
 *   npm run bench:loading -- --parcels 100000 [--seed 1] [--runs 5]
 * The hash is left out: it is made on another thread.
 */
import { parseArgs } from 'node:util';
import { decodeTable, encodeTable, type KeptReading } from '../../src/engine/table-file/table-file';
import { readTable } from '../../src/io/import/read-table';
import { cityParcels } from '../builders/city-parcels';
import { median } from './support/timing';

const { values } = parseArgs({
  options: {
    parcels: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
  },
});

const bytes = cityParcels(Number(values.parcels), Number(values.seed));
const source = {
  size: bytes.length,
  read: (start: number, end: number) => bytes.subarray(start, end),
  hash: () => Promise.resolve('none'),
};

async function read(): Promise<KeptReading> {
  const { table, ...rest } = await readTable({ file: 'parcels.geojson', bytes: source, layer: 'parcels' });
  if (!table) throw new Error(`the parcels were not read: ${rest.report.failure?.code}`);
  return { ...rest, table };
}

function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What a reader without checks does at least: parse, and lay the coordinates down in an array. */
function parseAndFlatten(): Float64Array {
  const { features } = JSON.parse(
    new TextDecoder().decode(bytes),
  ) as GeoJSON.FeatureCollection<GeoJSON.Polygon>;
  let count = 0;
  for (const { geometry } of features) for (const ring of geometry.coordinates) count += ring.length;
  const xy = new Float64Array(2 * count);
  let at = 0;
  for (const { geometry } of features) {
    for (const ring of geometry.coordinates) {
      for (const [x, y] of ring) {
        xy[at++] = x!;
        xy[at++] = y!;
      }
    }
  }
  return xy;
}

const reading = await read();
const file = finish(encodeTable(reading, null));
const vertices = reading.table.geometry.xy.length / 2;
const works: Record<string, () => unknown> = {
  'JSON.parse and flatten, unchecked': parseAndFlatten,
  'readTable, checked': read,
  encodeTable: () => finish(encodeTable(reading, null)),
  decodeTable: () => finish(decodeTable(file)),
};
const seconds = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
// By turns, so that whatever else the machine does touches all alike.
for (let run = 0; run < Number(values.runs); run++) {
  for (const [name, work] of Object.entries(works)) {
    globalThis.gc?.();
    const start = performance.now();
    await work();
    seconds.get(name)!.push((performance.now() - start) / 1000);
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const base = median(seconds.get('JSON.parse and flatten, unchecked')!);
print(
  `${reading.table.size} parcels, ${vertices} vertices, ${(bytes.length / 1e6).toFixed(0)} MB of GeoJSON`,
);
for (const [name, each] of seconds) {
  const time = median(each);
  print(`${name.padEnd(36)} ${time.toFixed(3).padStart(8)} s  1/${(base / time).toFixed(1)} of JSON.parse`);
}
print(
  `table file: ${(file.length / 1e6).toFixed(1)} MB, ${(file.length / vertices).toFixed(2)} bytes a vertex`,
);
