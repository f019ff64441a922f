import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipDirectory } from '../../../../src/io/project/zip-directory';
import { unpack, unpackReadable } from '../../../../src/io/project/zip-source';

const FILES = { 'a.json': strToU8('{"x":105.9871}'), 'b.json': strToU8('{"y":31.57}') };
/** Stored as they are, so that a changed byte is still text. */
const STORED = zipSync(FILES, { level: 0 });

/** The same as a zip too large for the common form would have it: numbers of 64 bits, all ones in their old places. */
function large(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const end = zip.length - 22;
  const old = new DataView(zip.buffer, zip.byteOffset);
  const [count, start] = [old.getUint16(end + 10, true), old.getUint32(end + 16, true)];
  const bytes = new Uint8Array(end + 56 + 20 + 22);
  bytes.set(zip.subarray(0, end));
  bytes.set(zip.subarray(end), end + 76);
  const view = new DataView(bytes.buffer);
  view.setUint32(end, 0x06064b50, true);
  view.setBigUint64(end + 32, BigInt(count), true);
  view.setBigUint64(end + 48, BigInt(start), true);
  view.setUint32(end + 56, 0x07064b50, true);
  view.setBigUint64(end + 64, BigInt(end), true);
  view.setUint16(end + 76 + 10, 0xffff, true);
  view.setUint32(end + 76 + 16, 0xffffffff, true);
  return bytes;
}

describe('unpack', () => {
  it.each([
    ['stored', STORED],
    ['packed', zipSync(FILES)],
    ['in the form for large ones', large(STORED)],
  ])('gives the files of a zip, %s', (_, zip) => {
    const files = unpack(zip, 'x.zip');
    if (!files.ok) throw new Error(files.error.code);
    expect(Object.fromEntries(files.value)).toEqual(FILES);
  });

  it('refuses a file of which one digit is another, and names it', () => {
    const changed = STORED.slice();
    changed[Buffer.from(STORED).indexOf('105.9871') + 7]! ^= 1;
    expect(unpack(changed, 'x.zip')).toEqual({
      ok: false,
      error: { code: 'zip-entry-broken', params: { file: 'x.zip', path: 'a.json' } },
    });
    const read = unpackReadable(changed, 'x.zip');
    expect(read).toMatchObject({ ok: true, value: { broken: ['a.json'] } });
    expect(read.ok && [...read.value.files.keys()]).toEqual(['b.json']);
  });
});

describe('zipDirectory', () => {
  it('knows what a password keeps, and nothing of what is no zip', () => {
    const locked = STORED.slice();
    const entry = Buffer.from(STORED).indexOf('PK\u0001\u0002');
    locked[entry + 8]! |= 1;
    expect(zipDirectory(locked)?.map(({ isLocked }) => isLocked)).toEqual([true, false]);
    for (const bytes of [new Uint8Array(), strToU8('PK and more'), STORED.subarray(60)]) {
      expect(zipDirectory(bytes)).toBeNull();
    }
  });
});
