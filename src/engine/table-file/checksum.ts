/** A sum over all bytes that tells any damage but a deliberate one: two chains of multiplications, mixed at the end. */
export function checksumOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 8);
  let a = 0x9e3779b9;
  let b = bytes.length | 0;
  for (let at = 0; at < whole; at += 8) {
    a = Math.imul(a ^ view.getInt32(at, true), 0x85ebca6b);
    b = Math.imul(b ^ view.getInt32(at + 4, true), 0xc2b2ae35);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  for (let at = whole; at < bytes.length; at++) a = Math.imul(a ^ bytes[at]!, 0x85ebca6b) ^ (a >>> 15);
  a ^= Math.imul(b ^ (b >>> 16), 0x27d4eb2f);
  return (a ^ (a >>> 15)) >>> 0;
}
