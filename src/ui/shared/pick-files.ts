import type { AppStores } from '../../store/app-stores';
import { message } from '../../domain/message';
import type { LayerName } from '../../domain/layer';

/** What a file dialog offers as a layer. */
export const LAYER_FILES = '.geojson,.json,application/geo+json,application/json';

interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function readFiles(files: readonly File[]): Promise<PickedFile[]> {
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** Project zips and layers are told apart by their first bytes: a zip begins with PK. */
function isZip({ bytes }: PickedFile): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Opens a dropped or picked project zip, or has layer files inspected. `layer` is what they are said to be. */
export async function takeFiles(stores: AppStores, files: readonly File[], layer?: LayerName): Promise<void> {
  if (files.length === 0) return;
  try {
    const picked = await readFiles(files);
    const zip = picked.find(isZip);
    if (zip && layer === undefined) {
      if (picked.length > 1) stores.session.notify('warning', message('open.zip-alone', { file: zip.name }));
      await stores.project.openZip(zip.name, zip.bytes);
      return;
    }
    const before = new Set(stores.imports.getState().pending.map(({ id }) => id));
    await stores.imports.add(picked);
    if (layer === undefined) return;
    for (const pending of stores.imports.getState().pending) {
      if (!before.has(pending.id) && pending.layer !== layer)
        await stores.imports.setLayer(pending.id, layer);
    }
  } catch {
    stores.session.notify(
      'error',
      message('open.unreadable', { file: files.map(({ name }) => name).join(', ') }),
    );
  }
}
