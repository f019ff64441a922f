import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../../src/io/import/read-table';
import { interchangeFile } from '../../../../builders/interchange';
import { mutated } from '../../../../builders/mutated';

/** Files that are tried; a sample, of which XUEZHI_FUZZ asks for more. */
const SAMPLE = Number(process.env.XUEZHI_FUZZ ?? 60);

const read = (bytes: Uint8Array) => readTable({ file: 'parcels.fgb', bytes, layer: 'parcels' });
const BROKEN = { code: 'flatgeobuf-broken', params: { file: 'parcels.fgb' } };

/** Twenty parcels of the sample, without an index. */
function small(): Uint8Array {
  const text = readFileSync('data/jiangcheng/parcels.geojson', 'utf8');
  const collection = JSON.parse(text) as GeoJSON.FeatureCollection;
  return serialize({ ...collection, features: collection.features.slice(0, 20) });
}

describe('a damaged FlatGeobuf file', () => {
  const indexed = interchangeFile('4490.fgb.gz').bytes;

  it.each([
    ['without an index', small()],
    ['with an index', indexed],
  ])(
    '%s is read, or refused with a reason, and never read for ever',
    { timeout: 600_000 },
    async (_, whole) => {
      for (let seed = 1; seed <= SAMPLE; seed++) {
        const { report } = await read(mutated(whole, seed));
        if (report.failure) expect(report.failure.code, `seed ${seed}`).toMatch(/^[a-z-]+$/u);
        else expect(report.accepted, `seed ${seed}`).toBeLessThanOrEqual(report.total);
      }
    },
  );

  it('that has an index of no features is refused: its root would be looked for without end', async () => {
    const { report } = await read(indexed);
    expect(report.failure).toBeNull();
    const headerBytes = new DataView(indexed.buffer, indexed.byteOffset).getUint32(8, true);
    const count = Buffer.alloc(8);
    count.writeBigUInt64LE(BigInt(report.total));
    const at = Buffer.from(indexed.subarray(0, 12 + headerBytes)).indexOf(count);
    expect(at).toBeGreaterThan(0);
    const none = indexed.slice();
    none.fill(0, at, at + 8);
    expect((await read(none)).report.failure).toEqual(BROKEN);
  });

  it('that claims a header or a feature of 4 GB is refused before memory is asked for', async () => {
    const whole = small();
    const firstFeature = 12 + new DataView(whole.buffer, whole.byteOffset).getUint32(8, true);
    for (const at of [8, firstFeature]) {
      const claims = whole.slice();
      new DataView(claims.buffer).setUint32(at, 0xffff_fff0, true);
      expect((await read(claims)).report.failure).toEqual(BROKEN);
    }
  });
});
