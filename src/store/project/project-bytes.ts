import { layersOf, type Plan } from '../../domain/plan';
import type { Message } from '../../domain/message';
import type { Result } from '../../domain/result';
import type { RulePack } from '../../domain/rule';
import type { JournalEntry } from '../../io/journal/journal';
import { writeJsonl } from '../../io/journal/jsonl';
import { readRulePack } from '../../io/project/rule-pack';
import { writeProject } from '../../io/project/write-project';
import type { ContentStore } from '../content-store';
import type { ProjectRest, ShippedPacks } from './project-deps';

/** The packs that ship, by id. */
export async function shippedPacks(packs: ShippedPacks): Promise<Map<string, RulePack>> {
  const read = new Map<string, RulePack>();
  for (const id of packs.ids) {
    const pack = readRulePack(await packs.load(id), id);
    if (pack.ok) read.set(id, pack.value);
  }
  return read;
}

export interface ProjectContent {
  readonly plan: Plan;
  readonly rest: ProjectRest;
  /** What was done since the project was opened. */
  readonly entries: readonly JournalEntry[];
}

/** All files of a project, by path; refused where a layer's file is not to be had. */
export async function projectFiles(
  { plan, rest, entries }: ProjectContent,
  contents: ContentStore,
  packs: { readonly shipped: ReadonlyMap<string, RulePack>; readonly copyShipped: boolean },
): Promise<Result<Map<string, Uint8Array | Blob>, Message>> {
  const files = new Map<string, Uint8Array | Blob>();
  for (const { hash } of layersOf(plan)) {
    const found = hash === undefined ? null : await contents.get(hash);
    if (hash !== undefined && found) files.set(hash, found);
  }
  const journal = rest.journal + writeJsonl(entries);
  return writeProject(plan, (hash) => files.get(hash), {
    ...packs,
    journal: journal === '' ? null : journal,
    otherFiles: rest.otherFiles,
  });
}
