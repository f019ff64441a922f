import type { Map as MapLibreMap } from 'maplibre-gl';

/** Name of the entry in the browser's performance timeline. */
const FIRST_MARKS = 'conflicts-drawn';

/**
 * Notes in the browser's performance timeline when the first conflicts stand on the map: the first frame in which no
 * mark waits any more and the tiles of everything marked are there. `sources` has the marked ones, `null` while marks
 * wait.
 */
export function noteFirstMarks(map: MapLibreMap, sources: () => ReadonlySet<string> | null): () => void {
  const look = () => {
    const marked = sources();
    if (!marked || marked.size === 0) return;
    if ([...marked].some((source) => !map.isSourceLoaded(source))) return;
    performance.mark(FIRST_MARKS);
    map.off('render', look);
  };
  map.on('render', look);
  return () => {
    map.off('render', look);
  };
}
