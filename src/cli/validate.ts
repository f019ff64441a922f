import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportReport } from '../domain/import-report';
import { LAYER_NAMES, type LayerName } from '../domain/layer';
import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';
import { crsLabel } from '../geo/crs/crs';
import { contentKind, type ContentKind } from '../io/import/formats/recognise/content-kind';
import { parseJson } from '../io/import/parse';
import { placeLayer } from '../io/import/place-layer';
import { readTable } from '../io/import/read-table';
import { readText } from '../io/import/sniff';
import { readRulePack } from '../io/project/rule-pack';
import { chooseCrs } from './convert/choose-crs';
import { readSources } from './convert/read-sources';
import { sourceFiles } from './convert/source-files';
import { kindOf, projectSource } from './file-source';
import { openProject } from './open-project';

/** What validating found: reports of layers, or a rule pack that is sound. */
export type Validated =
  | { readonly kind: 'layers'; readonly reports: readonly ImportReport[] }
  | { readonly kind: 'pack'; readonly id: string; readonly rules: number };

/** Reads a project (folder, zip or its project.json), a rule pack, or layers of any format. */
export async function validate(path: string): Promise<Result<Validated, Message>> {
  const kind = await kindOf(path);
  if (kind === null) return err(message('cli.not-found', { file: path }));
  if (kind === 'folder' || path.toLowerCase().endsWith('.zip')) {
    return (await isProject(path)) ? validateProject(path) : validateSources(path);
  }
  const bytes = await readFile(path);
  if (isOtherFormat(contentKind(bytes))) return validateSources(path);
  const { report } = await readTable({ file: path, bytes, layer: layerNamed(path) });
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
async function validateSources(path: string): Promise<Result<Validated, Message>> {
  const files = await sourceFiles(path);
  if (!files.ok) return files;
  const read = await readSources(files.value, null);
  if (!read.ok) return read;
  const reports: ImportReport[] = [];
  for (const source of read.value.layers) {
    const chosen = await chooseCrs(source, null);
    if (!chosen.ok) return chosen;
    const { crs, swapAxes, said } = chosen.value;
    const placed = await placeLayer(source, { crs, swapAxes, shift: 'unshifted', mapping: null });
    if (!placed.ok) return err(message('cli.unknown-crs', { option: source.name, value: crsLabel(crs) }));
    const layer = layerNamed(source.name);
    const { report } = await readTable({ file: source.name, bytes: placed.value.geojson, layer });
    if (report.failure) return err(report.failure);
    const rough = placed.value.isExact ? [] : [message('crs-approximate', { crs: crsLabel(crs) })];
    reports.push({ ...report, remarks: [...source.notes, ...said, ...rough, ...report.remarks] });
  }
  return ok({ kind: 'layers', reports });
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The layer that a file is named after, else the one that takes every geometry. */
function layerNamed(path: string): LayerName {
  const stem = basename(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
  return LAYER_NAMES.find((name) => stem === name.toLowerCase()) ?? 'facilities';
}
