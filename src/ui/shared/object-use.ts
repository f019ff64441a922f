import { landUseName } from '../../domain/land-use';
import type { LayerName } from '../../domain/layer';
import type { Text } from './use-text';

/** What an object is, in words: a parcel's land use (2023 classification), a facility's kind, a road's class. */
export function objectUseWords({ word, pick }: Text, layer: LayerName, use: string): string {
  if (layer === 'facilities') return word('kind', use);
  if (layer === 'roads') return word('road', use);
  if (layer !== 'parcels') return use;
  const name = landUseName('MNR2023', use);
  return name ? `${use} ${pick(name)}` : use;
}
