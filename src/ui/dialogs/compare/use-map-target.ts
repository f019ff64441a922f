import { boxOf } from '../../../domain/feature';
import { detailKey } from '../../../store/details-store';
import { useStores } from '../../shared/stores-context';
import type { MapTarget } from './difference-rows';

/** Leaves the dialog (what was compared stays) and shows something on the map. */
export function useMapTarget(): (target: MapTarget) => void {
  const { session, details } = useStores();
  return ({ selection, box }) => {
    session.setState({ dialog: null });
    session.select(selection, box ? { zoomTo: box } : {});
    if (box || selection?.kind !== 'feature') return;
    const key = detailKey(selection.ref);
    const flyThere = () => {
      const detail = details.getState().features.get(key);
      if (detail === undefined || detail === 'loading') return;
      stop();
      const there = detail && boxOf(detail.geometry);
      if (there) session.flyTo(there);
    };
    const stop = details.subscribe(flyThere);
    details.request(selection.ref);
    flyThere();
  };
}
