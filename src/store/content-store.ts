/** Files of reference layers by SHA-256 (hex): kept once, however often the plan comes back to them. */
export interface ContentStore {
  put(hash: string, bytes: Uint8Array): void;
  /** From memory, else from the browser's journal; null where it is nowhere. */
  get(hash: string): Promise<Uint8Array | null>;
}

/** `fetchStored` looks where files outlive the page. */
export function createContentStore(fetchStored: (hash: string) => Promise<Uint8Array | null>): ContentStore {
  const inMemory = new Map<string, Uint8Array>();
  return {
    put(hash, bytes) {
      inMemory.set(hash, bytes);
    },
    async get(hash) {
      const known = inMemory.get(hash);
      if (known) return known;
      const stored = await fetchStored(hash);
      if (stored) inMemory.set(hash, stored);
      return stored;
    },
  };
}
