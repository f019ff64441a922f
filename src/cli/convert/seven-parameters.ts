import { readFile } from 'node:fs/promises';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { SevenParameters } from '../../geo/crs/bursa-wolf';
import { parseSevenParameters } from '../../geo/crs/parse-seven-parameters';

/** Seven parameters from a text file. They go nowhere but into the computation. */
export async function readSevenParameters(path: string): Promise<Result<SevenParameters, Message>> {
  const parameters = parseSevenParameters(await readFile(path, 'utf8'));
  return parameters ? ok(parameters) : err(message('cli.bad-parameters', { file: path }));
}
