import type { FileDesk, ProjectFolder } from './file-desk';
import { safePath } from './file-source';

/** The parts of the File System Access API that TypeScript's library does not describe. */
interface AskingHandle extends FileSystemDirectoryHandle {
  requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}
type PickDirectory = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

function isMissing(error: unknown): boolean {
  return (
    error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError')
  );
}

async function fileAt(
  root: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemFileHandle> {
  const parts = safePath(path)?.split('/') ?? [];
  const name = parts.pop();
  if (name === undefined) throw new Error(`not a path inside the folder: ${path}`);
  let folder = root;
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
  return folder.getFileHandle(name, { create });
}

async function existingFile(root: FileSystemDirectoryHandle, path: string): Promise<File | null> {
  try {
    return await (await fileAt(root, path, false)).getFile();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * A folder by File System Access. It lists no files: what the project does not name stays where it is, and is
 * neither read nor written.
 */
export function browserFolder(handle: FileSystemDirectoryHandle): ProjectFolder {
  return {
    name: handle.name,
    handle,
    list: () => [],
    async read(path) {
      const file = await existingFile(handle, path);
      return file && new Uint8Array(await file.arrayBuffer());
    },
    open: (path) => existingFile(handle, path),
    async stamp(path) {
      const file = await existingFile(handle, path);
      return file && { size: file.size, modified: file.lastModified };
    },
    async askToWrite() {
      const asking: AskingHandle = handle;
      if (!asking.requestPermission) return true;
      return (await asking.requestPermission({ mode: 'readwrite' })) === 'granted';
    },
    async write(path, content) {
      const stream = await (await fileAt(handle, path, true)).createWritable();
      try {
        await stream.write(content instanceof Blob ? content : content.slice());
        await stream.close();
      } catch (error) {
        await stream.abort();
        throw error;
      }
    },
  };
}

function download(name: string, content: Uint8Array | Blob, mime: string): void {
  const address = URL.createObjectURL(
    new Blob([content instanceof Blob ? content : content.slice()], { type: mime }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after this turn; a minute is long enough for it to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Files in a browser: downloads, and folders where the browser has File System Access. */
export function browserDesk(): FileDesk {
  const pick = (window as { showDirectoryPicker?: PickDirectory }).showDirectoryPicker?.bind(window);
  const desk: FileDesk = {
    download,
    reopenFolder: (handle) =>
      typeof FileSystemDirectoryHandle !== 'undefined' && handle instanceof FileSystemDirectoryHandle
        ? browserFolder(handle)
        : null,
  };
  if (!pick) return desk;
  return {
    ...desk,
    async pickFolder() {
      try {
        return browserFolder(await pick({ id: 'xuezhi-project', mode: 'readwrite' }));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return null;
        throw error;
      }
    },
  };
}
