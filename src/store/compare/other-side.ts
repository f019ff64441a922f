import { withEditedLayer, type ReadLayerFile } from '../../domain/compare/edited-layer';
import { layerOf, planOf, projectOf, type Plan } from '../../domain/plan';
import type { LayerName } from '../../domain/layer';
import type { Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { memorySource, type FileSource } from '../../io/project/file-source';
import type { JournalEntry } from '../../io/journal/journal';
import { bytesOf } from '../content-store';
import type { JobOptions } from '../engine-port';
import { guessLayer, HEAD_BYTES } from '../import/guess-layer';
import { collectionBox } from '../plan-box';
import type { ProjectContext } from '../project/project-context';
import { readOpened } from '../project/read-opened';
import { entriesIn } from './journal-entries';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array | Blob;
}

/** Somebody's project. */
export interface ProjectSide {
  readonly kind: 'project';
  readonly plan: Plan;
  readonly entries: readonly JournalEntry[];
  readonly warnings: readonly Message[];
}

/** One layer of a project. */
export interface LayerSide {
  readonly kind: 'layer';
  readonly read: ReadLayerFile;
}

/** What was read of the other side. */
export type OtherSide = ProjectSide | LayerSide;

const PROJECT_FILE = 'project.json';

/** The project among files: a zip, or a folder's files; null where they are none. */
export async function projectAmong(
  files: readonly NamedFile[],
  { zip }: Pick<ProjectContext, 'zip'>,
  signal: AbortSignal,
): Promise<Result<{ readonly name: string; readonly source: FileSource }, Message> | null> {
  for (const { name, bytes } of files) {
    const head = await bytesOf(bytes.slice(0, 2));
    // PK
    if (head[0] !== 0x50 || head[1] !== 0x4b) continue;
    const unpacked = await zip.unpack(await bytesOf(bytes), name, signal);
    return unpacked.ok ? ok({ name, source: memorySource(unpacked.value) }) : unpacked;
  }
  if (!files.some(({ name }) => name === PROJECT_FILE)) return null;
  const read = await Promise.all(files.map(async ({ name, bytes }) => [name, await bytesOf(bytes)] as const));
  return ok({ name: PROJECT_FILE, source: memorySource(new Map(read)) });
}

export async function readProjectSide(
  source: FileSource,
  { layers, packs }: Pick<ProjectContext, 'layers' | 'packs'>,
  options: JobOptions,
): Promise<Result<ProjectSide, Message>> {
  const read = await readOpened(source, { layers, packs, options });
  if (!read.ok) return read;
  const { records, rest, warnings } = read.value;
  return ok({ kind: 'project', plan: planOf(records), entries: entriesIn(rest.journal), warnings });
}

/** `wanted` is which layer the user says it is; null: as it looks. */
export async function readLayerSide(
  { name, bytes }: NamedFile,
  wanted: LayerName | null,
  mine: Plan,
  { layers }: Pick<ProjectContext, 'layers'>,
  options: JobOptions,
): Promise<Result<LayerSide, Message>> {
  const layer = wanted ?? guessLayer(name, await bytesOf(bytes.slice(0, HEAD_BYTES)));
  const { idField } = layerOf(mine, layer) ?? {};
  const { report, features } = await layers.inspect(
    {
      file: name,
      layer,
      bytes,
      districtsBox: layer === 'districts' ? null : collectionBox(mine, 'districts'),
      frame: projectOf(mine)?.frame ?? null,
      ...(idField === undefined ? {} : { idField }),
    },
    options,
  );
  if (report.failure) return err(report.failure);
  return ok({ kind: 'layer', read: { layer, file: name, hash: report.hash, features } });
}

/** Their plan as it follows from a plan that both began with. */
export function planOfSide(side: OtherSide, from: Plan): Plan {
  return side.kind === 'project' ? side.plan : withEditedLayer(from, side.read);
}
