import type { AppStores } from '../../store/app-stores';
import { message } from '../../domain/message';
import type { LayerName } from '../../domain/layer';

/** What a file dialog offers as a layer. */
export const LAYER_FILES = '.geojson,.json,.fgb,application/geo+json,application/json';

/** What a file dialog offers to be imported; what a file is, is told by its content. */
export const IMPORT_FILES = `${LAYER_FILES},.zip,.shp,.shx,.dbf,.prj,.cpg,.gpkg,.kml,.kmz,.dxf,.csv,.xlsx,.txt,.geojsonl,.geojsons`;

/** A file, by its path where it came in a folder. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** Has files read that were picked, or opens the project that they are. `layer` is what they are said to be. */
export async function takeFiles(stores: AppStores, files: readonly File[], layer?: LayerName): Promise<void> {
  const named = files.map((file) => ({ name: file.name, bytes: file }));
  await takeNamed(stores, named, layer);
}

/** The same of files that may have come in folders. */
export async function takeNamed(
  stores: AppStores,
  files: readonly NamedFile[],
  layer?: LayerName,
): Promise<void> {
  if (files.length === 0) return;
  try {
    const before = new Set(stores.imports.getState().pending.map(({ id }) => id));
    await stores.imports.add(files);
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
