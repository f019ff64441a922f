import { describe, expect, it } from 'vitest';
import type { GeometryColumns } from '../../../../src/domain/feature-table';
import { ByteReader, TableFileError } from '../../../../src/engine/table-file/byte-reader';
import { ByteWriter } from '../../../../src/engine/table-file/byte-writer';
import { readGeometry, writeGeometry } from '../../../../src/engine/table-file/geometry-code';

/** Three points. */
const POINTS: GeometryColumns = {
  types: new Uint8Array(3),
  xy: Float64Array.of(106, 31, 106.000000001, 31, 0.1 + 0.2, -0),
  partEnds: Uint32Array.of(1, 2, 3),
  holes: new Uint8Array(3),
  featureEnds: Uint32Array.of(1, 2, 3),
};

function written(order: readonly number[]): ByteReader {
  const writer = new ByteWriter();
  const steps = writeGeometry(writer, POINTS, Uint32Array.from(order));
  while (!steps.next().done);
  return new ByteReader(writer.done());
}

function read(reader: ByteReader, size: number) {
  const steps = readGeometry(reader, size);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('the geometries of a table file', () => {
  it('come back in the order in which they were written, to the bit', () => {
    const { laid, rows } = read(written([2, 0, 1]), 3);
    expect([...rows]).toEqual([2, 0, 1]);
    expect([...laid.xy]).toEqual([0.1 + 0.2, -0, 106, 31, 106.000000001, 31]);
  });

  it('are refused where a row has two', () => {
    expect(() => read(written([0, 1, 1]), 3)).toThrow(TableFileError);
  });

  it('are refused where there is no such row', () => {
    const pointOfRow = (row: number) => {
      const writer = new ByteWriter();
      writer.varint(1);
      writer.varint(1);
      writer.signed(row);
      for (const number of [6, 2, 0, 0, 0, 0, 0, 0, 0]) writer.byte(number);
      return new ByteReader(writer.done());
    };
    expect([...read(pointOfRow(0), 1).laid.xy]).toEqual([0, 0]);
    expect(() => read(pointOfRow(1), 1)).toThrow(TableFileError);
    expect(() => read(pointOfRow(-1), 1)).toThrow(TableFileError);
  });
});
