import { bench, describe } from 'vitest';
import { decodeTable, encodeTable, type KeptReading } from '../../src/engine/table-file/table-file';
import { readTable } from '../../src/io/import/read-table';
import { cityParcels } from '../builders/city-parcels';

/** 20,000 seeded parcels, some 11 MB of GeoJSON. The hash is left out: it is the browser's, on another thread. */
const bytes = cityParcels(20_000);
const source = {
  size: bytes.length,
  read: (start: number, end: number) => bytes.subarray(start, end),
  hash: () => Promise.resolve('none'),
};
const read = () => readTable({ file: 'parcels.geojson', bytes: source, layer: 'parcels' });

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

const reading = (await read()) as KeptReading;
const file = finish(encodeTable(reading));

describe('20,000 parcels of 13 vertices', () => {
  bench('readTable, checked', async () => {
    await read();
  });
  bench('JSON.parse and flattening, unchecked', () => {
    parseAndFlatten();
  });
  bench('encodeTable', () => {
    finish(encodeTable(reading));
  });
  bench('decodeTable', () => {
    finish(decodeTable(file));
  });
});
