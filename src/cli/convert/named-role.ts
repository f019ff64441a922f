import { LAYER_NAMES, type LayerName } from '../../domain/layer';
import { wordOf } from '../../i18n/translate';

/** The layer that a name stands for: ours, or its word in either language; null for any other. */
export function namedRole(name: string): LayerName | null {
  const wanted = name.toLowerCase();
  const isCalled = (layer: LayerName) =>
    [layer, wordOf('zh', 'layer', layer), wordOf('en', 'layer', layer)].some(
      (word) => word.toLowerCase() === wanted,
    );
  return LAYER_NAMES.find(isCalled) ?? null;
}
