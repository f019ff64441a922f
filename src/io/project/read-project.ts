import * as v from 'valibot';
import type { LonLatBox, GeoFeature } from '../../domain/feature';
import type { ImportReport } from '../../domain/import-report';
import { isCollectionName, type LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import type { PlanRecord } from '../../domain/plan';
import { DEFAULT_TOLERANCE_M, type FrameCentre, type ProjectInfo } from '../../domain/project';
import { err, ok, type Result } from '../../domain/result';
import type { Comment, Decision } from '../../domain/decision';
import type { Target } from '../../domain/target';
import { without } from '../import/raw';
import type { InspectInput, InspectedLayer } from '../import/inspect-layer';
import { isHidden, type FileSource } from './file-source';
import { readLayerEntries, type LayerEntries } from './layer-entries';
import { ProjectFiles } from './project-files';
import { readPacks, type BuiltinPacks } from './read-packs';
import {
  commentsSchema,
  decisionsSchema,
  PROJECT_FILE,
  PROJECT_FORMAT,
  PROJECT_VERSION,
  projectSchema,
  targetsSchema,
} from './schema';
import { schemaFault } from './schema-fault';

/** What reading a project needs to know of one inspected layer; `InspectedLayer` is one. */
export interface LayerReading {
  readonly report: ImportReport;
  /** Null where the features stay with the reader (a worker). Those of a collection must be here. */
  readonly features: readonly { readonly id: string; readonly feature: GeoFeature }[] | null;
  readonly members: Readonly<Record<string, unknown>>;
  readonly unread: readonly unknown[];
}

export interface FileInput<Large> extends Omit<InspectInput, 'bytes'> {
  readonly bytes: Large;
}

export interface ReadOptions<L extends LayerReading, Large = Blob> {
  /** A pack that ships with the tool, parsed; null where there is none of that id. */
  readonly builtin: BuiltinPacks;
  /** Reads one layer; must leave `input.bytes` as they are. */
  readonly inspect: (input: InspectInput) => Promise<L> | L;
  /** The same of a file that is not in memory; where absent, all are brought there. */
  readonly inspectFile?: (input: FileInput<Large>) => Promise<L>;
}

/** The journal as it is in the project, to the byte; null where the file that the project names is not there. */
export interface JournalFile {
  readonly file: string;
  readonly bytes: Uint8Array | null;
}

export interface OpenedProject<L extends LayerReading = InspectedLayer> {
  readonly records: readonly PlanRecord[];
  readonly layers: readonly {
    readonly name: LayerName;
    readonly hash: string;
    readonly file: string;
    /** Null where they were not brought into memory. */
    readonly bytes: Uint8Array | null;
    readonly inspected: L;
  }[];
  readonly reports: readonly ImportReport[];
  /** Null where the project names none. */
  readonly journal: JournalFile | null;
  /** Files that the project does not speak of, kept so that they survive. */
  readonly otherFiles: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

type ProjectFile = v.InferOutput<typeof projectSchema>;

/**
 * Reads a project folder. An error says which file is wrong, where and how to mend it: no or unknown
 * project.json, a file that it names and that is not there, a layer that is no GeoJSON, a pack against its schema.
 */
export async function readProject<L extends LayerReading, Large = Blob>(
  source: FileSource<Large>,
  options: ReadOptions<L, Large>,
): Promise<Result<OpenedProject<L>, Message>> {
  const files = new ProjectFiles(source);
  const project = await readProjectFile(files);
  if (!project.ok) return project;
  const entries = readLayerEntries(project.value.layers);
  if (!entries.ok) return entries;
  const layers = await readLayers(files, entries.value, project.value.frame ?? null, options);
  if (!layers.ok) return layers;
  const frame = project.value.frame ?? frameOf(layers.value);
  if (!frame) return err(message('frame-missing', { file: PROJECT_FILE }));
  const packs = await readPacks(files, project.value.rules, options.builtin);
  if (!packs.ok) return packs;
  const targets = await readList<Target>(files, project.value.targets, targetsSchema);
  if (targets.ok && !targets.value && project.value.targets !== undefined) {
    return err(message('file-missing', { file: project.value.targets, in: PROJECT_FILE }));
  }
  if (!targets.ok) return targets;
  const decisions = await readList<Decision>(files, project.value.decisions, decisionsSchema);
  if (!decisions.ok) return decisions;
  const comments = await readList<Comment>(files, project.value.comments, commentsSchema);
  if (!comments.ok) return comments;
  for (const [file, list] of [
    [project.value.decisions, decisions.value],
    [project.value.comments, comments.value],
  ] as const) {
    const twice = file === undefined ? undefined : idTwice(list ?? []);
    if (file !== undefined && twice !== undefined) return err(message('id-twice', { file, id: twice }));
  }
  const { journal: journalFile } = project.value;
  const journal = journalFile === undefined ? ok(null) : await files.bytes(journalFile);
  if (!journal.ok) return journal;
  const info = infoOf(project.value, { lon: frame.lon, lat: frame.lat }, entries.value.rest);
  return ok({
    records: [
      { kind: 'project', info },
      ...layerRecords(entries.value, layers.value),
      ...packs.value,
      ...(targets.value ? [{ kind: 'targets', targets: targets.value } as const] : []),
      ...(decisions.value ?? []).map((decision) => ({ kind: 'decision', decision }) as const),
      ...(comments.value ?? []).map((comment) => ({ kind: 'comment', comment }) as const),
    ],
    layers: layers.value,
    reports: layers.value.map(({ inspected }) => inspected.report),
    journal: journalFile === undefined ? null : { file: journalFile, bytes: journal.value },
    otherFiles: await files.unread((path) => !isHidden(path)),
  });
}

async function readProjectFile(files: ProjectFiles<unknown>): Promise<Result<ProjectFile, Message>> {
  const json = await files.json(PROJECT_FILE);
  if (!json.ok) return json;
  if (json.value === undefined) return err(message('project-missing', { file: PROJECT_FILE }));
  const { format, version } = (json.value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== PROJECT_FORMAT) {
    return err(message('project-format', { file: PROJECT_FILE, expected: PROJECT_FORMAT }));
  }
  if (version !== PROJECT_VERSION) {
    const found = version === undefined ? '–' : JSON.stringify(version);
    return err(
      message('project-version', { file: PROJECT_FILE, version: found, supported: PROJECT_VERSION }),
    );
  }
  const parsed = v.safeParse(projectSchema, json.value);
  return parsed.success ? ok(parsed.output) : err(schemaFault(PROJECT_FILE, parsed.issues));
}

type ReadLayer<L> = OpenedProject<L & LayerReading>['layers'][number];

/** Districts come first: the others are judged by where they lie. */
async function readLayers<L extends LayerReading, Large>(
  files: ProjectFiles<Large>,
  entries: LayerEntries,
  frame: FrameCentre | null,
  options: ReadOptions<L, Large>,
): Promise<Result<ReadLayer<L>[], Message>> {
  const ordered = [...entries.layers].sort(
    (a, b) => Number(b.name === 'districts') - Number(a.name === 'districts'),
  );
  const layers: ReadLayer<L>[] = [];
  let districtsBox: LonLatBox | null = null;
  for (const { name, file, idField } of ordered) {
    const large = options.inspectFile ? await files.file(file) : null;
    const bytes = large ? ok(null) : await files.bytes(file);
    if (!bytes.ok) return bytes;
    const place = frame ?? (districtsBox && centreOf(districtsBox));
    const about = {
      file,
      layer: name,
      districtsBox,
      frame: place,
      allowEmpty: true,
      ...(idField === undefined ? {} : { idField }),
    };
    let inspected: L;
    if (large && options.inspectFile) inspected = await options.inspectFile({ ...about, bytes: large });
    else if (bytes.value) inspected = await options.inspect({ ...about, bytes: bytes.value });
    else return err(message('file-missing', { file, in: PROJECT_FILE }));
    if (inspected.report.failure) return err(inspected.report.failure);
    if (name === 'districts') districtsBox = inspected.report.box;
    layers.push({ name, hash: inspected.report.hash, file, bytes: bytes.value, inspected });
  }
  return ok(layers);
}

function layerRecords(entries: LayerEntries, layers: readonly ReadLayer<LayerReading>[]): PlanRecord[] {
  return entries.layers.flatMap((entry): PlanRecord[] => {
    const read = layers.find(({ name }) => name === entry.name);
    if (!read) return [];
    const { members, unread, features } = read.inspected;
    const collection = entry.name;
    if (!isCollectionName(collection)) return [{ kind: 'layer', layer: { ...entry, hash: read.hash } }];
    return [
      {
        kind: 'layer',
        layer: {
          ...entry,
          ...(Object.keys(members).length > 0 ? { members } : {}),
          ...(unread.length > 0 ? { unread } : {}),
        },
      },
      ...(features ?? []).map(({ id, feature }) => ({ kind: 'feature', collection, id, feature }) as const),
    ];
  });
}

/** The middle of the districts, else of the schools, rounded to 0.01°; null where neither has a feature. */
function frameOf(layers: readonly ReadLayer<LayerReading>[]): FrameCentre | null {
  for (const wanted of ['districts', 'schools']) {
    const box = layers.find(({ name }) => name === wanted)?.inspected.report.box;
    if (box) return centreOf(box);
  }
  return null;
}

function centreOf([west, south, east, north]: LonLatBox): FrameCentre {
  return { lon: Math.round((west + east) * 50) / 100, lat: Math.round((south + north) * 50) / 100 };
}

/** Paths under which the tool looks by itself; another path that a project uses is kept among its members. */
const USUAL_PATHS = {
  targets: 'targets.json',
  decisions: 'decisions.json',
  comments: 'comments.json',
  journal: 'journal.jsonl',
} as const;

/** Members of project.json that the plan keeps in their own places. */
const INFO_MEMBERS = [
  'format',
  'version',
  'name',
  'datum',
  'toleranceM',
  'classification',
  'householdSize',
  'frame',
  'layers',
  'rules',
  'review',
] as const;

function infoOf(
  file: ProjectFile,
  frame: FrameCentre,
  layersRest: Readonly<Record<string, unknown>>,
): ProjectInfo {
  const { name, datum, toleranceM = DEFAULT_TOLERANCE_M, classification, householdSize, review } = file;
  const members = without(file, ...INFO_MEMBERS);
  const kept = Object.entries(members).filter(
    ([key, value]) => value !== undefined && value !== USUAL_PATHS[key as keyof typeof USUAL_PATHS],
  );
  if (Object.keys(layersRest).length > 0) kept.push(['layers', layersRest]);
  const { roles: reviewRoles, ...reviewRest } = review ?? {};
  if (Object.keys(reviewRest).length > 0) kept.push(['review', reviewRest]);
  return {
    name,
    datum,
    toleranceM,
    classification,
    frame,
    ...(householdSize === undefined ? {} : { householdSize }),
    ...(reviewRoles === undefined ? {} : { reviewRoles }),
    ...(kept.length > 0 ? { members: Object.fromEntries(kept) } : {}),
  };
}

/** A list in a file of its own; null where the project names none, or the file is not there (yet). */
async function readList<T>(
  files: ProjectFiles<unknown>,
  path: string | undefined,
  schema: v.GenericSchema<unknown, unknown>,
): Promise<Result<readonly T[] | null, Message>> {
  if (path === undefined) return ok(null);
  const json = await files.json(path);
  if (!json.ok) return json;
  if (json.value === undefined) return ok(null);
  const parsed = v.safeParse(schema, json.value);
  return parsed.success ? ok(parsed.output as readonly T[]) : err(schemaFault(path, parsed.issues));
}

function idTwice(list: readonly { readonly id: string }[]): string | undefined {
  const seen = new Set<string>();
  return list.find(({ id }) => seen.size === seen.add(id).size)?.id;
}
