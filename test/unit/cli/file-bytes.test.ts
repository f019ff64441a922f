import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileBytes } from '../../../src/cli/file-bytes';
import { readFully } from '../../../src/io/import/byte-source';
import { randomSource } from '../../builders/random';

let folder: string;
let path: string;
const random = randomSource(1);
/** Of more than two of the pieces in which a file is hashed, and no whole number of them. */
const BYTES = Uint8Array.from({ length: (2 << 20) + 77 }, () => 256 * random());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
  path = join(folder, 'bytes');
  writeFileSync(path, BYTES);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the bytes of a file', () => {
  it('are read from anywhere, and again', async () => {
    const source = fileBytes(path, BYTES.length);
    expect(await readFully(source)).toEqual(BYTES);
    expect(await readFully(source, 5, 12)).toEqual(BYTES.slice(5, 12));
    const target = new Uint8Array(10);
    expect(source.readInto!(target, BYTES.length - 4)).toBe(4);
    expect(target).toEqual(Uint8Array.of(...BYTES.slice(-4), 0, 0, 0, 0, 0, 0));
  });

  it('are hashed piece by piece, here and on another thread', async () => {
    const hash = createHash('sha256').update(BYTES).digest('hex');
    expect(await fileBytes(path, BYTES.length).hash!()).toBe(hash);
    const thread = join(folder, 'thread.mjs');
    writeFileSync(
      thread,
      "import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage(`of ${workerData}`);",
    );
    expect(await fileBytes(path, BYTES.length, pathToFileURL(thread)).hash!()).toBe(`of ${path}`);
    writeFileSync(thread, "throw new Error('no such file');");
    await expect(fileBytes(path, BYTES.length, pathToFileURL(thread)).hash!()).rejects.toThrow('no such');
  });

  it('are refused where the file has become shorter', () => {
    const source = fileBytes(path, BYTES.length);
    truncateSync(path, 100);
    expect(() => source.read(100, 200)).toThrow('shorter');
  });
});
