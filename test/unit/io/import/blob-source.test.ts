import { describe, expect, it } from 'vitest';
import { blobSource } from '../../../../src/io/import/blob-source';
import { readFully } from '../../../../src/io/import/byte-source';
import { randomSource } from '../../../builders/random';

const random = randomSource(3);
const BYTES = Uint8Array.from({ length: (10 << 20) + 5 }, () => 256 * random());

/** A blob that notes what is asked of it. */
function noted(): { blob: Blob; asked: [number, number][] } {
  const asked: [number, number][] = [];
  const blob = new Blob([BYTES]);
  const slice = blob.slice.bind(blob);
  blob.slice = (start = 0, end = blob.size) => {
    asked.push([start, end]);
    return slice(start, end);
  };
  return { blob, asked };
}

describe('the bytes of a blob', () => {
  it('are the same whichever are asked for after the others', async () => {
    const source = blobSource(noted().blob);
    let at = 0;
    for (let n = 0; n < 200; n++) {
      if (random() < 0.2) at = Math.floor(random() * BYTES.length);
      const end = Math.min(BYTES.length, at + 1 + Math.floor(random() * (2 << 20)));
      const read = await source.read(at, end);
      expect(read.length).toBeGreaterThan(0);
      expect(Buffer.compare(read, BYTES.subarray(at, at + read.length))).toBe(0);
      at = at + read.length < BYTES.length ? at + read.length : 0;
    }
  });

  it('come in large pieces, the next one before it is asked for, once they are read on and on', async () => {
    const { blob, asked } = noted();
    const source = blobSource(blob);
    const MIB = 1 << 20;
    await source.read(0, MIB);
    expect(asked).toEqual([[0, MIB]]);
    await source.read(MIB, 2 * MIB);
    expect(asked.slice(1)).toEqual([
      [MIB, 5 * MIB],
      [5 * MIB, 9 * MIB],
    ]);
    for (let at = 2 * MIB; at < BYTES.length;) at += (await source.read(at, at + MIB)).length;
    expect(asked).toEqual([
      [0, MIB],
      [MIB, 5 * MIB],
      [5 * MIB, 9 * MIB],
      [9 * MIB, BYTES.length],
    ]);
  });

  it('are brought no more of than is asked for here and there, or at one go', async () => {
    const { blob, asked } = noted();
    const source = blobSource(blob);
    await source.read(5000, 5010);
    await source.read(100, 110);
    expect(Buffer.compare(await readFully(source), BYTES)).toBe(0);
    expect(asked).toEqual([
      [5000, 5010],
      [100, 110],
      [0, BYTES.length],
    ]);
  });
});
