import { describe, expect, it } from 'vitest';
import { readBoundaryText } from '../../../../../src/io/import/formats/boundary-text/read-boundary-text';
import { readCsv } from '../../../../../src/io/import/formats/csv/read-csv';
import { readGeojson } from '../../../../../src/io/import/formats/geojson/read-geojson';
import { rawFeatures } from '../../../../../src/io/import/formats/raw-features';
import { recognise } from '../../../../../src/io/import/formats/recognise/recognise';
import type { SourceReader } from '../../../../../src/io/import/formats/source-layer';
import { readXlsx } from '../../../../../src/io/import/formats/xlsx/read-xlsx';
import { interchangeFile } from '../../../../builders/interchange';
import { randomSource } from '../../../../builders/random';
import { SMALL_ROWS, smallWorkbook, workbook } from '../../../../builders/workbook';

/** Mutated files of each format: some in the suite, as many as wanted by `FUZZ_RUNS`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);

/** The first lines of a file: what is broken in them is as broken in a long one. */
function head(name: string, bytes: number): Uint8Array {
  const whole = interchangeFile(name).bytes.subarray(0, bytes);
  return whole.slice(0, whole.lastIndexOf(0x0a) + 1);
}

/** Bytes changed, cut out, doubled or put elsewhere, at a few places. */
function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  let out = bytes.slice();
  const at = () => Math.floor(next() * (out.length + 1));
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    const kind = Math.floor(next() * 5);
    if (kind === 0 && out.length > 0) out[Math.min(from, out.length - 1)] = Math.floor(next() * 256);
    else if (kind === 1) out = join(out.subarray(0, from), out.subarray(Math.min(to, from + 200)));
    else if (kind === 2)
      out = join(out.subarray(0, to), out.subarray(from, Math.min(to, from + 200)), out.subarray(to));
    else if (kind === 3) out = out.slice(0, from);
    else
      out = join(
        out.subarray(0, from),
        Uint8Array.from({ length: 8 }, () => Math.floor(next() * 256)),
        out.subarray(from),
      );
  }
  return out;
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Breaks what is in the zip rather than the zip. */
const readSheet: SourceReader = (files, options) =>
  readXlsx(
    files.map(({ name, bytes }) => ({ name, bytes: workbook(new TextDecoder().decode(bytes)) })),
    options,
  );

const CASES: readonly [name: string, reader: SourceReader, bytes: Uint8Array][] = [
  ['boundary text', readBoundaryText, head('prefix-gb18030.txt.gz', 4000)],
  ['CSV', readCsv, head('wkt-4490.csv.gz', 4000)],
  ['GeoJSON', readGeojson, join(head('legacy-crs-4544.geojson.gz', 4000), new TextEncoder().encode('{}]}'))],
  ['XLSX', readXlsx, smallWorkbook()],
  ['a sheet of XLSX', readSheet, new TextEncoder().encode(SMALL_ROWS)],
];

describe('mutated files', () => {
  it.each(CASES)('of %s are read or refused, never anything else', async (name, reader, bytes) => {
    const next = randomSource(20_261_125);
    for (let run = 0; run < RUNS; run++) {
      const file = { name: `${name}.bin`, bytes: mutated(bytes, next) };
      expect(() => recognise([file])).not.toThrow();
      const read = await reader([file], {});
      if (!read.ok) {
        expect(read.error.code).not.toBe('');
        continue;
      }
      for (const layer of read.value) expect([...rawFeatures(layer.geojson)]).toHaveLength(layer.count);
    }
  });
});
