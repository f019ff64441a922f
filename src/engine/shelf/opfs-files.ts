import type { NamedFiles } from './named-files';

/** Ends the name of a file that is still being written: after a crash it is known to be none. */
const UNFINISHED = '.part';

/** Bytes of a blob that are written at a time. */
const PIECE_BYTES = 1 << 24;

/** `FileSystemFileHandle` of browsers that rename files; others write under the last name at once. */
interface MovableHandle extends FileSystemFileHandle {
  move?(name: string): Promise<void>;
}

/**
 * A folder of the browser's private file system (OPFS); null where there is none, as on plain-http pages and in some
 * private windows. Only in a worker are files written in place; elsewhere through a copy.
 */
export async function openOpfsFiles(folder: string): Promise<NamedFiles | null> {
  try {
    const storage = (navigator as Partial<Navigator>).storage as Partial<StorageManager> | undefined;
    const root = await storage?.getDirectory?.();
    return root ? filesIn(await root.getDirectoryHandle(folder, { create: true })) : null;
  } catch {
    return null;
  }
}

export function filesIn(directory: FileSystemDirectoryHandle): NamedFiles {
  const handleOf = async (name: string): Promise<MovableHandle | null> => {
    try {
      return await directory.getFileHandle(name);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
      throw error;
    }
  };
  const remove = async (name: string) => {
    if (await handleOf(name)) await directory.removeEntry(name);
  };
  return {
    async read(name) {
      return (await (await handleOf(name))?.getFile()) ?? null;
    },
    async write(name, content) {
      const draft = `${name}${UNFINISHED}`;
      try {
        const handle: MovableHandle = await directory.getFileHandle(draft, { create: true });
        await fill(handle, content);
        if (handle.move) await handle.move(name);
        else await fill(await directory.getFileHandle(name, { create: true }), content);
      } catch (error) {
        await remove(name).catch(() => undefined);
        throw error;
      } finally {
        await remove(draft).catch(() => undefined);
      }
    },
    remove,
    async names() {
      const names: string[] = [];
      for await (const name of directory.keys()) if (!name.endsWith(UNFINISHED)) names.push(name);
      return names;
    },
  };
}

async function fill(handle: FileSystemFileHandle, content: Uint8Array | Blob): Promise<void> {
  if (!('createSyncAccessHandle' in handle)) {
    const stream = await (handle as FileSystemFileHandle).createWritable();
    await stream.write(content as Uint8Array<ArrayBuffer> | Blob);
    await stream.close();
    return;
  }
  const access = await handle.createSyncAccessHandle();
  try {
    access.truncate(0);
    let at = 0;
    const put = (bytes: Uint8Array) => {
      for (let from = 0; from < bytes.length;) {
        const written = access.write(bytes.subarray(from), { at });
        // A full disk writes less than it was given.
        if (written === 0) throw new DOMException('the disk is full', 'QuotaExceededError');
        from += written;
        at += written;
      }
    };
    if (content instanceof Uint8Array) put(content);
    else {
      for (let from = 0; from < content.size; from += PIECE_BYTES) {
        put(new Uint8Array(await content.slice(from, from + PIECE_BYTES).arrayBuffer()));
      }
    }
    access.flush();
  } finally {
    access.close();
  }
}
