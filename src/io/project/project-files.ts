import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { parseJson } from '../import/parse';
import { readText } from '../import/sniff';
import { safePath, type FileSource } from './file-source';
import { PROJECT_FILE } from './schema';

/** Reads the files of a project and remembers which, so that the others can be carried along. */
export class ProjectFiles<Large> {
  private readonly seen = new Set<string>();

  constructor(private readonly source: FileSource<Large>) {}

  /** The bytes of a file that project.json names; null where there is none, an error where the path leads out. */
  async bytes(path: string): Promise<Result<Uint8Array | null, Message>> {
    const safe = safePath(path);
    if (safe === null) return err(message('path-outside', { file: PROJECT_FILE, path }));
    this.seen.add(safe);
    return ok(await this.source.read(safe));
  }

  /** As `bytes`, where the source has it as a file that is better not brought into memory; else null. */
  async file(path: string): Promise<Large | null> {
    const safe = safePath(path);
    const file = safe === null ? null : ((await this.source.open?.(safe)) ?? null);
    if (safe !== null && file) this.seen.add(safe);
    return file;
  }

  /** The parsed JSON of a file; undefined where there is none. */
  async json(path: string): Promise<Result<unknown, Message>> {
    const bytes = await this.bytes(path);
    if (!bytes.ok || bytes.value === null) return bytes.ok ? ok(undefined) : bytes;
    const text = readText(bytes.value, path);
    return text.ok ? parseJson(text.value, path) : text;
  }

  /** All files that were not asked for and that pass `wanted`, in order of path. */
  async unread(wanted: (path: string) => boolean): Promise<{ path: string; bytes: Uint8Array }[]> {
    const paths = this.source.list().filter((path) => !this.seen.has(path) && wanted(path));
    const files: { path: string; bytes: Uint8Array }[] = [];
    for (const path of paths.sort()) {
      const bytes = await this.source.read(path);
      if (bytes) files.push({ path, bytes });
    }
    return files;
  }
}
