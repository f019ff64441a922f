import type { Feature } from 'geojson';
import { projectOf, type Plan } from '../../domain/plan';
import { exportCatchments, exportZones } from '../../io/export/areas';
import type { ConflictFileTool } from '../../io/export/conflict-file';
import { fileNameOf } from '../../io/export/file-name';
import type { ExportMembers } from '../../io/export/geojson-file';
import { rulesById } from '../../io/export/rule-properties';
import { exportSites } from '../../io/export/sites';
import type { ExportKind } from '../project-session';
import type { Language } from '../session-store';
import { matterOf, whileCurrent } from './export-findings';
import { catchmentParts, zoneParts } from './export-areas';
import type { ExportInput } from './export-input';

export interface ExportedFile {
  readonly name: string;
  readonly content: Uint8Array | Blob;
  readonly mime: string;
}

/** Who writes what is long, and in which language. */
export interface ExportTools {
  readonly conflictFiles: ConflictFileTool;
  readonly language: Language;
}

/** All parts as one collection. */
async function gathered<F extends Feature>(
  parts: AsyncIterable<readonly F[]>,
): Promise<{ type: 'FeatureCollection'; features: F[] }> {
  const features: F[] = [];
  for await (const part of parts) features.push(...part);
  return { type: 'FeatureCollection', features };
}

/** What a file of a project says of itself; `name` is what it holds. */
export function membersOf(plan: Plan, name: string): ExportMembers {
  const info = projectOf(plan);
  const notes = info?.members?.notes;
  return {
    name,
    project: info?.name ?? '',
    datum: info?.datum ?? 'CGCS2000',
    ...(typeof notes === 'string' && notes !== '' ? { notes } : {}),
  };
}

async function contentOf(
  kind: Exclude<ExportKind, 'project' | 'bundle'>,
  input: ExportInput,
  tools: ExportTools,
): Promise<Uint8Array | Blob> {
  const { plan, analysis } = input;
  const members = membersOf(plan, kind);
  const rules = rulesById(plan);
  switch (kind) {
    case 'schools':
    case 'reservations':
      return exportSites(plan, kind, analysis, members);
    case 'zones':
      return exportZones(await gathered(zoneParts(input)), rules, members);
    case 'catchments':
      return exportCatchments(await gathered(catchmentParts(input)), members);
    case 'conflicts':
      return whileCurrent(input, (pace) => tools.conflictFiles({ kind, members }, matterOf(input), pace));
    case 'conflict-table':
      return whileCurrent(input, (pace) =>
        tools.conflictFiles({ kind, language: tools.language }, matterOf(input), pace),
      );
  }
}

/** One export as a file; the project itself and its bundle are written elsewhere. */
export async function exportFile(
  kind: Exclude<ExportKind, 'project' | 'bundle'>,
  input: ExportInput,
  tools: ExportTools,
): Promise<ExportedFile> {
  const content = await contentOf(kind, input, tools);
  const base = fileNameOf(input.plan);
  return kind === 'conflict-table'
    ? { name: `${base}-conflicts.csv`, content, mime: 'text/csv;charset=utf-8' }
    : { name: `${base}-${kind}.geojson`, content, mime: 'application/geo+json' };
}
