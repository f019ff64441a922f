/** A folder of a private file system in memory, as far as layers need one; `room` is how many bytes the disk takes. */
export function privateFolder(room = Infinity): FileSystemDirectoryHandle {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const used = () => Array.from(files.values()).reduce((sum, bytes) => sum + bytes.length, 0);
  const handleOf = (name: string) => {
    let own = name;
    return {
      getFile: async () => new File([files.get(own)!], own),
      async move(next: string) {
        files.set(next, files.get(own)!);
        files.delete(own);
        own = next;
      },
      async createSyncAccessHandle() {
        return {
          truncate: (size: number) => files.set(own, files.get(own)!.slice(0, size)),
          write(bytes: Uint8Array, { at }: { at: number }) {
            const before = files.get(own)!;
            const count = Math.min(bytes.length, Math.max(0, room - used()));
            const next = new Uint8Array(Math.max(before.length, at + count));
            next.set(before);
            next.set(bytes.subarray(0, count), at);
            files.set(own, next);
            return count;
          },
          flush: () => undefined,
          close: () => undefined,
        };
      },
    };
  };
  const folder = {
    async getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name) && !create) throw new DOMException('no such file', 'NotFoundError');
      if (!files.has(name)) files.set(name, new Uint8Array());
      return handleOf(name);
    },
    async removeEntry(name: string) {
      files.delete(name);
    },
    async *keys() {
      yield* Array.from(files.keys());
    },
  };
  return folder as unknown as FileSystemDirectoryHandle;
}
