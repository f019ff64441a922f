import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '../../../../src/io/project/crc32';

it('is the checksum that zlib writes behind what it packs, wherever the bytes begin', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(7), (content, before) => {
      const bytes = new Uint8Array(before + content.length);
      bytes.set(content, before);
      const packed = gzipSync(content);
      expect(crc32(bytes.subarray(before))).toBe(packed.readUInt32LE(packed.length - 8));
    }),
  );
});
