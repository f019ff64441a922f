import { readFile } from 'node:fs/promises';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { SevenParameters } from '../../geo/crs/bursa-wolf';

/**
 * Seven parameters to CGCS2000 from a text file: three translations in metres, three rotations in seconds, the scale
 * in ppm, parted by blanks, commas or lines; for rotations of the position rather than the frame, the word
 * `position-vector` beside them. They go nowhere but into the computation.
 */
export async function readSevenParameters(path: string): Promise<Result<SevenParameters, Message>> {
  const words = (await readFile(path, 'utf8')).split(/[\s,;，；]+/).filter((word) => word !== '');
  const numbers = words.filter((word) => Number.isFinite(Number(word))).map(Number);
  const others = words.filter((word) => !Number.isFinite(Number(word)));
  const isPosition = others.length === 1 && others[0] === 'position-vector';
  const isFrame = others.length === 0 || (others.length === 1 && others[0] === 'coordinate-frame');
  if (numbers.length !== 7 || (!isPosition && !isFrame)) {
    return err(message('cli.bad-parameters', { file: path }));
  }
  const [dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const convention = isPosition ? 'position-vector' : 'coordinate-frame';
  return ok({ convention, dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm });
}
