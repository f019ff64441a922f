import { Writable } from 'node:stream';
import { main } from '../../../src/cli/main';

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** Runs the command line in this process; `LANG` chooses its language. */
export async function run(
  words: readonly string[],
  environment: Record<string, string> = { LANG: 'en_GB.UTF-8' },
) {
  const out = new Collected();
  const error = new Collected();
  const status = await main(words, { out, error }, environment);
  return { status, out: out.text, error: error.text };
}
