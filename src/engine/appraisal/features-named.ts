import { textOf } from '../../domain/feature';
import type { FoundFeature } from '../../domain/appraisal';
import type { LayerIndex } from '../layer-index';

/**
 * Features of a layer whose id or name holds a text, at most `limit`: the one of that very id first, then as they lie
 * in the layer. Case does not matter.
 */
export function featuresNamed(
  layer: LayerIndex | undefined,
  text: string,
  limit: number,
): readonly FoundFeature[] {
  const wanted = text.trim().toLowerCase();
  if (!layer || wanted === '') return [];
  const found = new Map<string, FoundFeature>();
  const take = (slot: number) => {
    const id = layer.idAt(slot);
    found.set(id, { id, name: textOf({ properties: layer.propertiesAt(slot) }, 'name') ?? null });
  };
  const exact = layer.slotOf(text.trim());
  if (exact !== undefined) take(exact);
  for (const slot of layer.slots()) {
    if (found.size >= limit) break;
    const isNamed = layer.idAt(slot).toLowerCase().includes(wanted) || nameHolds(layer, slot, wanted);
    if (isNamed) take(slot);
  }
  return [...found.values()];
}

function nameHolds(layer: LayerIndex, slot: number, wanted: string): boolean {
  return (
    textOf({ properties: layer.propertiesAt(slot) }, 'name')
      ?.toLowerCase()
      .includes(wanted) ?? false
  );
}
