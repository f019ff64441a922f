import { openIdbFiles } from './idb-files';
import { createLayerShelf, type LayerShelf } from './layer-shelf';
import { openOpfsFiles } from './opfs-files';

const NAME = 'xuezhi-layers';

/** The shelf of this browser: in its private file system, else in IndexedDB; null where it keeps no data. */
export async function openLayerShelf(): Promise<LayerShelf | null> {
  const files = (await openOpfsFiles(NAME)) ?? (await openIdbFiles(NAME));
  return files && createLayerShelf(files);
}
