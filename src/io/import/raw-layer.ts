import { readFully, type ByteSource } from './byte-source';
import { readCollection } from './collection';
import { rawFeatures, rawMembers } from './formats/raw-features';
import { parseJson } from './parse';
import { without } from './raw';
import { flatGeobufFeatures, isFlatGeobuf } from './flatgeobuf/read-flatgeobuf';
import { isUtf16, readText } from './sniff';

/** A file that can be read as a layer, feature by feature, nothing of it changed yet. */
export interface RawLayer {
  readonly features: Iterable<unknown> | AsyncIterable<unknown>;
  /** Foreign members of the FeatureCollection. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly crs: unknown;
}

/** Opens a file that `readTable` or `inspectLayer` read before; throws where it is none that they can read. */
export async function openRawLayer(source: ByteSource): Promise<RawLayer> {
  if (await isFlatGeobuf(source)) return { ...(await flatGeobufFeatures(source)), members: {} };
  const bytes = await readFully(source);
  const text = (await isUtf16(source)) ? null : withoutMark(bytes);
  const members = text && collectionMembers(text);
  if (text && members?.type === 'FeatureCollection') {
    const { crs } = members;
    return { features: rawFeatures(text), members: without(members, 'type', 'crs', 'bbox'), crs };
  }
  const whole = readText(bytes, '');
  const json = whole.ok ? parseJson(whole.value, '') : whole;
  const collection = json.ok ? readCollection(json.value, '', true) : json;
  if (!collection.ok) throw new Error(collection.error.code);
  return collection.value;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Null where the bytes are no JSON object in UTF-8. */
function collectionMembers(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    return rawMembers(bytes);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
