import type { AppStores } from '../../store/app-stores';
import { message } from '../../domain/message';
import type { LayerName } from '../../domain/layer';

/** What a file dialog offers as a layer. */
export const LAYER_FILES = '.geojson,.json,.fgb,application/geo+json,application/json';

/** The project zip among files, told apart from layers by its first bytes: a zip begins with PK. */
async function zipAmong(files: readonly File[]): Promise<File | undefined> {
  const heads = await Promise.all(files.map(async (file) => file.slice(0, 2).text()));
  return files.find((_file, i) => heads[i] === 'PK');
}

/** Opens a dropped or picked project zip, or has layer files inspected. `layer` is what they are said to be. */
export async function takeFiles(stores: AppStores, files: readonly File[], layer?: LayerName): Promise<void> {
  if (files.length === 0) return;
  try {
    const zip = layer === undefined ? await zipAmong(files) : undefined;
    if (zip) {
      if (files.length > 1) stores.session.notify('warning', message('open.zip-alone', { file: zip.name }));
      await stores.project.openZip(zip.name, new Uint8Array(await zip.arrayBuffer()));
      return;
    }
    const before = new Set(stores.imports.getState().pending.map(({ id }) => id));
    await stores.imports.add(files.map((file) => ({ name: file.name, bytes: file })));
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
