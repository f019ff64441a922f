import type { LayerName } from '../../domain/layer';
import type { InspectReply } from '../../engine/protocol';
import { FIELD_TARGETS } from '../../io/import/mapping/field-targets';
import { suggestFields } from '../../io/import/mapping/suggest-fields';
import type { Remembered } from './remembered';

/** What a plain reading cannot do, and choosing a reference system or an encoding can. */
const FAULTS_OF_PLACE: ReadonlySet<string> = new Set([
  ...['projected-metres', 'projected-north-first', 'projected-zone-unknown', 'coordinates-not-degrees'],
  ...['crs-unknown', 'crs-needs-parameters', 'file-encoding-gbk'],
]);

/** A larger file is read a second time only at the user's word. */
const MOST_BYTES_UNASKED = 1 << 26;

/** Whether a file that was read as it stands is better read as one of another program. */
export function wantsSettings(
  { reply, layer }: { readonly reply: InspectReply | null; readonly layer: LayerName },
  remembered: Remembered,
): boolean {
  if (!reply) return false;
  const { failure, bytes } = reply.report;
  if (failure) return FAULTS_OF_PLACE.has(failure.code);
  return bytes <= MOST_BYTES_UNASKED && hasForeignFields(reply, layer, remembered);
}

/**
 * Whether it has fields that are ours by another name, and none by our own: it comes from
 * another program, and its fields are to be chosen.
 */
function hasForeignFields({ sample }: InspectReply, layer: LayerName, { fields }: Remembered): boolean {
  const names = [...new Set(sample.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  const ours = new Set(FIELD_TARGETS[layer].map(({ name }) => name));
  // Programs write an id, whatever the other fields are called.
  if (names.some((name) => name !== 'id' && ours.has(name))) return false;
  const guessed = suggestFields(
    names.map((name) => ({ name, type: 'text' })),
    layer,
    fields[layer],
  );
  return Object.entries(guessed).some(([field, property]) => field !== property);
}
