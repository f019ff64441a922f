import { bytesOf } from '../../src/store/content-store';
import type { FileDesk, ProjectFolder } from '../../src/io/project/file-desk';

export interface TestFolder extends ProjectFolder {
  readonly files: Map<string, { bytes: Uint8Array; modified: number }>;
  /** As another program would write. */
  writeOutside(path: string, text: string): void;
  text(path: string): string;
  readonly written: string[];
}

const encoder = new TextEncoder();

/** A folder in memory. `handle` is its name. */
export function testFolder(name: string, texts: Readonly<Record<string, string>>): TestFolder {
  const files = new Map<string, { bytes: Uint8Array; modified: number }>();
  let clock = 0;
  const put = (path: string, bytes: Uint8Array) => {
    clock += 1;
    files.set(path, { bytes, modified: clock });
  };
  for (const [path, text] of Object.entries(texts)) put(path, encoder.encode(text));
  const written: string[] = [];
  return {
    name,
    handle: name,
    files,
    written,
    list: () => [],
    read: async (path) => files.get(path)?.bytes ?? null,
    stamp: async (path) => {
      const file = files.get(path);
      return file ? { size: file.bytes.length, modified: file.modified } : null;
    },
    askToWrite: async () => true,
    open: async (path) => {
      const file = files.get(path);
      return file ? new Blob([file.bytes.slice()]) : null;
    },
    write: async (path, content) => {
      written.push(path);
      put(path, await bytesOf(content));
    },
    writeOutside: (path, text) => put(path, encoder.encode(text)),
    text: (path) => new TextDecoder().decode(files.get(path)?.bytes),
  };
}

export interface TestDesk extends FileDesk {
  readonly downloads: { name: string; content: Uint8Array | Blob; mime: string }[];
  /** Of a download, by its place; empty where there is none. */
  bytes(index: number): Promise<Uint8Array>;
}

/** A desk whose user always picks that folder, and gives up where there is none. */
export function testDesk(folder: ProjectFolder | null = null): TestDesk {
  const downloads: TestDesk['downloads'] = [];
  return {
    downloads,
    bytes: (index) => bytesOf(downloads[index]?.content ?? new Uint8Array()),
    download: (name, content, mime) => downloads.push({ name, content, mime }),
    pickFolder: async () => folder,
    reopenFolder: (handle) => (folder && handle === folder.handle ? folder : null),
  };
}
