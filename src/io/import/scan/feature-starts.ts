import { readFully, type ByteSource } from '../byte-source';

/** Bytes looked through for the beginning of a feature: more than one has but for a few. */
const LOOK_BYTES = 1 << 20;

const SPACE = '[ \\t\\r\\n]*';
const FIRST_MEMBER = new RegExp(`^\\{${SPACE}("(?:type|id|properties|geometry|bbox)")${SPACE}:`);

/** One character a byte, so that places in the text are offsets. */
const decoder = new TextDecoder('latin1');

/**
 * Offsets at which features seem to begin, that part the bytes from `first`, where one does, to the end of the source
 * into about `count` ranges of one length; `first` is the first of them. They are guesses: only who reads up to one of
 * them knows whether a feature begins there.
 */
export async function featureStarts(source: ByteSource, first: number, count: number): Promise<number[]> {
  const starts = [first];
  const opening = FIRST_MEMBER.exec(await textAt(source, first, 256))?.[1];
  if (opening === undefined) return starts;
  const value = opening === '"type"' ? `${SPACE}"Feature"` : '';
  const beginning = new RegExp(`\\}${SPACE},${SPACE}(?=\\{${SPACE}${opening}${SPACE}:${value})`);
  for (let cut = 1; cut < count; cut++) {
    const from = first + Math.floor(((source.size - first) * cut) / count);
    const found = beginning.exec(await textAt(source, from, LOOK_BYTES));
    if (!found) continue;
    const start = from + found.index + found[0].length;
    if (start > starts.at(-1)!) starts.push(start);
  }
  return starts;
}

async function textAt(source: ByteSource, start: number, length: number): Promise<string> {
  return decoder.decode(await readFully(source, start, Math.min(source.size, start + length)));
}
