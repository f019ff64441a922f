/**
 * Files of reference layers by SHA-256 (hex): kept once, however often the plan comes back to them. In memory only
 * until they are kept where they outlive the page.
 */
export interface ContentStore {
  put(hash: string, file: Uint8Array | Blob): void;
  /** From memory, else from where files outlive the page; null where it is nowhere. */
  get(hash: string): Promise<Uint8Array | Blob | null>;
  /** Lets the memory of a file go, as soon as it is known to be kept; whether it is. */
  settle(hash: string): Promise<boolean>;
}

/** Where files outlive the page. */
export interface KeptFiles {
  isKept(hash: string): Promise<boolean>;
  file(hash: string): Promise<Uint8Array | Blob | null>;
}

export function createContentStore(kept: KeptFiles): ContentStore {
  const inMemory = new Map<string, Uint8Array | Blob>();
  return {
    put(hash, file) {
      inMemory.set(hash, file);
    },
    get: async (hash) => inMemory.get(hash) ?? (await kept.file(hash)),
    async settle(hash) {
      const isKept = await kept.isKept(hash);
      if (isKept) inMemory.delete(hash);
      return isKept;
    },
  };
}

/** All bytes of a file. */
export async function bytesOf(file: Uint8Array | Blob): Promise<Uint8Array> {
  return file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file;
}
