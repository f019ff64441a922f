import { message, type Message } from '../../domain/message';
import type { PackRecord } from '../../domain/plan';
import { err, ok, type Result } from '../../domain/result';
import type { ProjectFiles } from './project-files';
import { readRulePack } from './rule-pack';
import { PROJECT_FILE } from './schema';

/** Gives a pack that ships with the tool, parsed, by its id; null where there is none. */
export type BuiltinPacks = (id: string) => Promise<unknown>;

const BUILTIN = 'builtin:';

/** The id of a shipped pack in an entry of `rules`; null for a path. */
export function builtinId(source: string): string | null {
  return source.startsWith(BUILTIN) ? source.slice(BUILTIN.length) : null;
}

/** Where a saved project keeps its copy of a shipped pack. */
export function builtinCopyPath(id: string): string {
  return `rules/builtin/${id}.json`;
}

/**
 * The packs that `rules` of project.json names, in its order. A shipped pack of which the project carries a copy
 * is read from the copy, so that an old project is checked with the rules it was saved with.
 */
export async function readPacks(
  files: ProjectFiles<unknown>,
  sources: readonly string[],
  builtin: BuiltinPacks,
): Promise<Result<PackRecord[], Message>> {
  const records: PackRecord[] = [];
  for (const source of sources) {
    const id = builtinId(source);
    const path = id === null ? source : builtinCopyPath(id);
    const json = await files.json(path);
    if (!json.ok) return json;
    const content = json.value ?? (id === null ? null : await builtin(id));
    if (content === null || content === undefined) {
      const fault =
        id === null
          ? message('file-missing', { file: source, in: PROJECT_FILE })
          : message('pack-unknown', { file: PROJECT_FILE, pack: source });
      return err(fault);
    }
    const pack = readRulePack(content, json.value === undefined ? source : path);
    if (!pack.ok) return pack;
    if (records.some((record) => record.pack.id === pack.value.id)) {
      return err(message('duplicate-pack-id', { file: PROJECT_FILE, pack: pack.value.id }));
    }
    records.push({ kind: 'pack', source, pack: pack.value });
  }
  return ok(records);
}
