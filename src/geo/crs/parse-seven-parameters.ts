import type { SevenParameters } from './bursa-wolf';

/**
 * Seven parameters to CGCS2000 as text: three translations in metres, three rotations in seconds, the scale in ppm,
 * parted by blanks, commas or lines; for rotations of the position rather than the frame, the word `position-vector`
 * beside them. Null if it is not that.
 */
export function parseSevenParameters(text: string): SevenParameters | null {
  const words = text.split(/[\s,;，；]+/).filter((word) => word !== '');
  const numbers = words.filter((word) => Number.isFinite(Number(word))).map(Number);
  const others = words.filter((word) => !Number.isFinite(Number(word)));
  const isPosition = others.length === 1 && others[0] === 'position-vector';
  const isFrame = others.length === 0 || (others.length === 1 && others[0] === 'coordinate-frame');
  if (numbers.length !== 7 || (!isPosition && !isFrame)) return null;
  const [dxM = 0, dyM = 0, dzM = 0, rxSec = 0, rySec = 0, rzSec = 0, scalePpm = 0] = numbers;
  const convention = isPosition ? 'position-vector' : 'coordinate-frame';
  return { convention, dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm };
}
