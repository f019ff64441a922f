import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportReport } from '../domain/import-report';
import { LAYER_NAMES, type LayerName } from '../domain/layer';
import { message, type Message } from '../domain/message';
import { err, ok, type Result } from '../domain/result';
import { parseJson } from '../io/import/parse';
import { readTable } from '../io/import/read-table';
import { readText } from '../io/import/sniff';
import { readRulePack } from '../io/project/rule-pack';
import { kindOf } from './file-source';
import { openProject } from './open-project';

/** What validating found: reports of layers, or a rule pack that is sound. */
export type Validated =
  | { readonly kind: 'layers'; readonly reports: readonly ImportReport[] }
  | { readonly kind: 'pack'; readonly id: string; readonly rules: number };

/** Reads a project (folder, zip or its project.json), a rule pack or one layer. */
export async function validate(path: string): Promise<Result<Validated, Message>> {
  const kind = await kindOf(path);
  if (kind === null) return err(message('cli.not-found', { file: path }));
  if (kind === 'folder' || path.toLowerCase().endsWith('.zip')) return validateProject(path);
  const bytes = await readFile(path);
  const { report } = await readTable({ file: path, bytes, layer: layerNamed(path) });
  if (!report.failure) return ok({ kind: 'layers', reports: [report] });
  return report.failure.code === 'not-geojson'
    ? validatePack(bytes, path, report.failure)
    : err(report.failure);
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
