import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportReport } from '../domain/import-report';
import type { FeatureGeometry } from '../domain/feature';
import { DIMENSION_OF, LAYER_GEOMETRY, type LayerName } from '../domain/layer';
import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';
import { contentKind, type ContentKind } from '../io/import/formats/recognise/content-kind';
import { rawFeatures } from '../io/import/formats/raw-features';
import type { SourceLayer } from '../io/import/formats/source-layer';
import { parseJson } from '../io/import/parse';
import { isObject } from '../io/import/raw';
import { readTable } from '../io/import/read-table';
import { readText } from '../io/import/sniff';
import { readRulePack } from '../io/project/rule-pack';
import { namedRole } from './convert/named-role';
import { placeSource } from './convert/place-source';
import { readSources } from './convert/read-sources';
import { readSevenParameters } from './convert/seven-parameters';
import type { SourceArguments } from './convert/source-arguments';
import { sourceFiles } from './convert/source-files';
import { kindOf, projectSource } from './file-source';
import { openProject } from './open-project';
import type { ValidateArguments } from './validate-arguments';

/** What validating found: reports of layers, or a rule pack that is sound. */
export type Validated =
  | { readonly kind: 'layers'; readonly reports: readonly ImportReport[] }
  | { readonly kind: 'pack'; readonly id: string; readonly rules: number };

/** Nothing is said: systems and encodings are found, attributes stay as they are. */
const UNSAID: SourceArguments = {
  from: null,
  encoding: null,
  parameters: null,
  role: null,
  fields: {},
  scheme: null,
};

/** Reads a project (folder, zip or its project.json), a rule pack, or layers of any format. */
export async function validate({
  path,
  source,
}: Pick<ValidateArguments, 'path' | 'source'>): Promise<Result<Validated, Message>> {
  const kind = await kindOf(path);
  if (kind === null) return err(message('cli.not-found', { file: path }));
  if (kind === 'folder' || path.toLowerCase().endsWith('.zip')) {
    if (!(await isProject(path))) return validateSources(path, source ?? UNSAID);
    return source ? err(message('cli.validate-project-options', { file: path })) : validateProject(path);
  }
  const bytes = await readFile(path);
  if (source || isOtherFormat(contentKind(bytes))) return validateSources(path, source ?? UNSAID);
  const { report } = await readTable({ file: path, bytes, layer: layerNamed(path), measureRepairs: true });
  if (!report.failure) return ok({ kind: 'layers', reports: [report] });
  return report.failure.code === 'not-geojson'
    ? validatePack(bytes, path, report.failure)
    : err(report.failure);
}

/** Whether there is a project at a path, or something that is broken and may have been one. */
async function isProject(path: string): Promise<boolean> {
  const source = await projectSource(path);
  return !source.ok || source.value.list().includes('project.json');
}

/** What is read by way of a source layer; all else is for the reader of layers to take or to refuse. */
function isOtherFormat(kind: ContentKind): boolean {
  return typeof kind === 'string' && kind !== 'geojson' && kind !== 'flatgeobuf' && kind !== 'empty';
}

/** Reads every data set at a path, each layer as it would be taken into a project. */
async function validateSources(path: string, words: SourceArguments): Promise<Result<Validated, Message>> {
  const parameters = words.parameters === null ? null : await readSevenParameters(words.parameters);
  if (parameters && !parameters.ok) return parameters;
  const files = await sourceFiles(path);
  if (!files.ok) return files;
  const read = await readSources(files.value, words.encoding);
  if (!read.ok) return read;
  const reports: ImportReport[] = [];
  for (const source of read.value.layers) {
    const role = words.role !== null && isTakenAs(source, words.role) ? words.role : null;
    const placed = await placeSource(source, { ...words, role }, parameters?.value ?? 'unshifted');
    if (!placed.ok) return placed;
    const { report } = await readTable({
      file: source.name,
      bytes: placed.value.geojson,
      layer: role ?? layerNamed(source.name),
      measureRepairs: true,
    });
    if (report.failure) return err(report.failure);
    reports.push({ ...report, remarks: [...source.notes, ...placed.value.notes, ...report.remarks] });
  }
  return ok({ kind: 'layers', reports });
}

/** Whether a layer takes the geometry of a source's first feature: the labels of a drawing are no parcels. */
function isTakenAs({ geojson }: SourceLayer, role: LayerName): boolean {
  for (const raw of rawFeatures(geojson)) {
    const geometry = isObject(raw) && isObject(raw.geometry) ? raw.geometry : null;
    if (geometry)
      return LAYER_GEOMETRY[role].includes(DIMENSION_OF[geometry.type as FeatureGeometry['type']]);
  }
  return true;
}

/** JSON that is no layer: a rule pack, if it has rules. */
function validatePack(bytes: Uint8Array, path: string, otherwise: Message): Result<Validated, Message> {
  const text = readText(bytes, path);
  const json = text.ok ? parseJson(text.value, path) : text;
  if (!json.ok) return json;
  if (!isObject(json.value) || !Array.isArray(json.value.rules)) return err(otherwise);
  const pack = readRulePack(json.value, path);
  return pack.ok ? ok({ kind: 'pack', id: pack.value.id, rules: pack.value.rules.length }) : pack;
}

async function validateProject(path: string): Promise<Result<Validated, Message>> {
  const project = await openProject(path);
  return project.ok ? ok({ kind: 'layers', reports: project.value.reports }) : project;
}

/** The layer that a file is named after, else the one that takes every geometry. */
function layerNamed(path: string): LayerName {
  return namedRole(basename(path).replace(/\.[^.]*$/, '')) ?? 'facilities';
}
