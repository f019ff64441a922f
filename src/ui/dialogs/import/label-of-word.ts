import { FACILITY_KINDS, isFacilityKind } from '../../../domain/facility-kind';
import type { LayerName } from '../../../domain/layer';
import type { Text } from '../../shared/use-text';

/** Under what the words of a property are translated, where that is not its own name. */
const WORD_AREAS: Readonly<Record<string, string>> = {
  'parcels.kind': 'land-kind',
  'roads.class': 'road',
  'controlLines.type': 'control',
};

/** One of our words for a property, as people read it. */
export function labelOfWord(
  layer: LayerName,
  property: string,
  ours: string,
  { word, pick }: Pick<Text, 'word' | 'pick'>,
): string {
  if (layer === 'facilities' && isFacilityKind(ours)) return pick(FACILITY_KINDS[ours]);
  return word(WORD_AREAS[`${layer}.${property}`] ?? property, ours);
}
