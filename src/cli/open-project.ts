import { readFile } from 'node:fs/promises';
import type { FeatureNotice } from '../domain/conflict';
import type { FeatureTable } from '../domain/feature-table';
import type { ImportReport } from '../domain/import-report';
import { isCollectionName } from '../domain/layer';
import { message, type Message } from '../domain/message';
import type { PackRecord } from '../domain/plan';
import { err, ok, type Result } from '../domain/result';
import { noticesOf } from '../engine/content-store';
import { readFully, type ByteSource } from '../io/import/byte-source';
import { inspectLayer, type InspectInput } from '../io/import/inspect-layer';
import { parseJson } from '../io/import/parse';
import { readTable } from '../io/import/read-table';
import { readText } from '../io/import/sniff';
import type { FileSource } from '../io/project/file-source';
import { builtinPack } from '../io/project/builtin-packs';
import {
  readProject,
  type FileInput,
  type LayerReading,
  type OpenedProject,
} from '../io/project/read-project';
import { builtinId } from '../io/project/read-packs';
import { readRulePack } from '../io/project/rule-pack';
import { kindOf, projectSource } from './file-source';

/** A layer as read: the features of a collection, the table of a reference layer. */
export interface ReadLayer extends LayerReading {
  readonly table: FeatureTable | null;
}

/** Opens a project folder or zip with everything in it checked. */
export async function openProject(path: string): Promise<Result<OpenedProject<ReadLayer>, Message>> {
  const source = await projectSource(path);
  return source.ok ? readSource(source.value) : source;
}

/** The same of files that are at hand. */
export function readSource(
  source: FileSource<ByteSource>,
): Promise<Result<OpenedProject<ReadLayer>, Message>> {
  const inspect = async (input: InspectInput): Promise<ReadLayer> =>
    isCollectionName(input.layer)
      ? { ...inspectLayer(input), table: null }
      : { ...(await readTable(input)), features: null };
  const inspectFile = async ({ bytes, ...about }: FileInput<ByteSource>): Promise<ReadLayer> =>
    isCollectionName(about.layer)
      ? inspect({ ...about, bytes: await readFully(bytes) })
      : { ...(await readTable({ ...about, bytes })), features: null };
  return readProject(source, { builtin: builtinPack, inspect, inspectFile });
}

/** Rule packs given on the command line: files, or `builtin:<id>`. */
export async function openPacks(paths: readonly string[]): Promise<Result<PackRecord[], Message>> {
  const records: PackRecord[] = [];
  for (const source of paths) {
    const id = builtinId(source);
    let json: unknown;
    if (id !== null) json = await builtinPack(id);
    else if ((await kindOf(source)) === 'file') {
      const text = readText(await readFile(source), source);
      if (!text.ok) return text;
      const parsed = parseJson(text.value, source);
      if (!parsed.ok) return parsed;
      json = parsed.value;
    } else json = null;
    if (json === null) return err(message('cli.not-found', { file: source }));
    const pack = readRulePack(json, source);
    if (!pack.ok) return pack;
    records.push({ kind: 'pack', source, pack: pack.value });
  }
  return ok(records);
}

/** The features that reading refused or changed, layer by layer. */
export function allNotices(
  reports: readonly ImportReport[],
  level: 'rejected' | 'repaired',
): readonly FeatureNotice[] {
  return reports.flatMap((report) => noticesOf(report, level));
}
