import { openDB, type DBSchema } from 'idb';
import type { NamedFiles } from './named-files';

interface Schema extends DBSchema {
  files: { key: string; value: Blob };
}

/** Files in IndexedDB, where there is no private file system; null where the browser keeps no data at all. */
export async function openIdbFiles(name: string): Promise<NamedFiles | null> {
  try {
    const db = await openDB<Schema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore('files') });
    return {
      read: async (file) => (await db.get('files', file)) ?? null,
      async write(file, content) {
        await db.put(
          'files',
          content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>]),
          file,
        );
      },
      remove: (file) => db.delete('files', file),
      names: () => db.getAllKeys('files'),
    };
  } catch {
    return null;
  }
}
