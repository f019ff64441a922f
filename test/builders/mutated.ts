import { randomSource } from './random';

/** What lengths and counts in headers are turned into. */
const EXTREMES = [0xff_ff_ff_ff, 0x7f_ff_ff_ff, 0x80_00_00_00, 0, 1, 0xff_ff];

/** A file with some of its bytes changed, cut out, repeated or turned into extreme numbers; the same for the same seed. */
export function mutated(file: Uint8Array, seed: number): Uint8Array {
  const random = randomSource(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  let bytes = file.slice();
  // Headers are where most can go wrong.
  const place = () => below(random() < 0.5 ? Math.min(512, bytes.length) : bytes.length);
  for (let times = 1 + below(4); times > 0 && bytes.length > 8; times--) {
    const at = place();
    const length = Math.min(1 + below(64), bytes.length - at);
    switch (below(5)) {
      case 0:
        for (let i = 0; i < length; i++) bytes[at + i] = below(256);
        break;
      case 1:
        bytes = bytes.slice(0, Math.max(8, at));
        break;
      case 2:
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
        break;
      case 3:
        bytes = Uint8Array.from([...bytes.subarray(0, at + length), ...bytes.subarray(at)]);
        break;
      default:
        new DataView(bytes.buffer).setUint32(
          Math.min(at, bytes.length - 4),
          EXTREMES[below(EXTREMES.length)]!,
          random() < 0.5,
        );
    }
  }
  return bytes;
}
