/** Files that outlive the page, by name. Whatever goes wrong (storage denied, disk full), the promise rejects. */
export interface NamedFiles {
  read(name: string): Promise<Blob | null>;
  /** Writes the whole file, or leaves none of that name. */
  write(name: string, content: Uint8Array | Blob): Promise<void>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
}
