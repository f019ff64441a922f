import { isLayerName } from '../../../domain/layer';
import type { ExportedLayer } from '../../../store/export/export-wish';
import { useText } from '../../shared/use-text';

/** What a layer is called; one that is computed is called as on the map. */
export function useLayerTitle(): (layer: ExportedLayer) => string {
  const { t } = useText();
  return (layer) => t(`${isLayerName(layer) ? 'layer' : 'overlay'}.${layer}`);
}
