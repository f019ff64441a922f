import { isCodeScheme, landUseName } from '../../domain/land-use';
import type { LayerName } from '../../domain/layer';
import type { Text } from './use-text';

/** What an object is, in words: a parcel's land use by its own scheme, a facility's kind, a road's class. */
export function objectUseWords(
  { word, pick }: Text,
  layer: LayerName,
  use: string,
  scheme: string | null,
): string {
  if (layer === 'facilities') return word('kind', use);
  if (layer === 'roads') return word('road', use);
  if (layer !== 'parcels') return use;
  const name = isCodeScheme(scheme) ? landUseName(scheme, use) : null;
  return name ? `${use} ${pick(name)}` : use;
}
