import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { featureAt, type FeatureTable } from '../../../../src/domain/feature-table';
import { checksumOf } from '../../../../src/engine/table-file/checksum';
import {
  decodeTable,
  encodeTable,
  HEAD_BYTES,
  TABLE_FILE_VERSION,
  type KeptReading,
  type LaidReading,
} from '../../../../src/engine/table-file/table-file';
import { readTable } from '../../../../src/io/import/read-table';
import { without } from '../../../../src/io/import/raw';
import { cityParcels } from '../../../builders/city-parcels';
import { laidFeatures } from '../../../builders/laid-features';
import { document, layerName } from '../../../builders/geojson-documents';
import { write } from '../../../builders/json-spelling';
import { randomSource } from '../../../builders/random';

function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

async function reading(bytes: Uint8Array, layer: Parameters<typeof readTable>[0]['layer']) {
  const read = await readTable({ file: 'x', bytes, layer, idField: 'DKBH', allowEmpty: true });
  return read.table ? (read as KeptReading) : null;
}

/** All that a reading says, in plain values. */
function told({ report, table, members, unread }: KeptReading) {
  const attributes = without({ ...table }, 'geometry');
  const features = Array.from({ length: table.size }, (_, row) => featureAt(table, row));
  return { report, members, unread, features, attributes };
}

/** The same of what came back. */
function toldAgain({ report, table, members, unread }: LaidReading) {
  const attributes = without({ ...table }, 'laid', 'rows');
  return { report, members, unread, features: laidFeatures(table), attributes };
}

const SOMEWHERE = { lon: 105.98, lat: 31.57 };

async function parcels(): Promise<KeptReading> {
  const read = await reading(new Uint8Array(readFileSync('data/jiangcheng/parcels.geojson')), 'parcels');
  if (!read) throw new Error('the sample has no parcels');
  return read;
}

/** The file with its checksum made right again. */
function resealed(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer).setUint32(HEAD_BYTES - 4, checksumOf(bytes.subarray(HEAD_BYTES)), true);
  return bytes;
}

describe('a table file', () => {
  it('gives back whatever was read', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.integer(), layerName, async (value, seed, layer) => {
        const before = await reading(new TextEncoder().encode(write(value, randomSource(seed))), layer);
        if (!before) return;
        const decoded = finish(decodeTable(finish(encodeTable(before, seed % 2 === 0 ? SOMEWHERE : null))));
        expect(decoded.ok).toBe(true);
        if (decoded.ok) expect(toldAgain(decoded.value)).toEqual(told(before));
      }),
      { numRuns: 1000 },
    );
  });

  it('is read the same from a Buffer of Node, of which a slice is no copy', async () => {
    const before = (await reading(cityParcels(100), 'parcels'))!;
    const decoded = finish(decodeTable(Buffer.from(finish(encodeTable(before, null)))));
    expect(decoded.ok && toldAgain(decoded.value)).toEqual(told(before));
  });

  it('takes at most six bytes a vertex, and less than 24 for the attributes of a parcel', async () => {
    const { report, ...rest } = (await reading(cityParcels(3000), 'parcels'))!;
    const size = (table: FeatureTable) =>
      finish(encodeTable({ ...rest, report: { ...report, issues: [] }, table }, null)).length;
    const all = size(rest.table);
    const bare = size({ ...rest.table, columns: new Map() });
    expect(report.accepted).toBe(3000);
    expect(bare / (rest.table.geometry.xy.length / 2)).toBeLessThan(6);
    expect((all - bare) / 3000).toBeLessThan(24);
  });

  it('is refused by name', async () => {
    const bytes = finish(encodeTable(await parcels(), null));
    const reason = (changed: Uint8Array) => {
      const decoded = finish(decodeTable(changed));
      return decoded.ok ? 'none' : decoded.error;
    };
    const changedAt = (at: number, to: number) => Uint8Array.from(bytes, (byte, i) => (i === at ? to : byte));
    expect(reason(bytes)).toBe('none');
    expect(reason(new Uint8Array())).toBe('not-a-table-file');
    expect(reason(new TextEncoder().encode('{"type":"FeatureCollection"}'))).toBe('not-a-table-file');
    expect(reason(changedAt(7, TABLE_FILE_VERSION + 1))).toBe('other-version');
    expect(reason(bytes.subarray(0, 7))).toBe('truncated');
    expect(reason(bytes.subarray(0, 12))).toBe('truncated');
    expect(reason(bytes.subarray(0, bytes.length - 1))).toBe('truncated');
    expect(reason(changedAt(bytes.length - 9, bytes[bytes.length - 9]! ^ 1))).toBe('corrupt');
    expect(reason(Uint8Array.from([...bytes, 0]))).toBe('corrupt');
  });

  it('is never trusted, though its checksum be right', async () => {
    const file = new Uint8Array(readFileSync('data/minimal/parcels.geojson'));
    const sound = finish(encodeTable((await reading(file, 'parcels'))!, null));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = sound.slice();
        for (const [at, to] of changes) bytes[HEAD_BYTES + (at % (bytes.length - HEAD_BYTES))] = to;
        const decoded = finish(decodeTable(resealed(bytes)));
        // Either refused, or a table on which nothing runs past an end.
        if (decoded.ok) toldAgain(decoded.value);
      }),
      { numRuns: 3000 },
    );
  });
});
