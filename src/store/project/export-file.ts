import type { Feature } from 'geojson';
import { featuresOf, projectOf, type Plan } from '../../domain/plan';
import { exportCatchments, exportZones } from '../../io/export/areas';
import { fileNameOf } from '../../io/export/file-name';
import type { ExportMembers } from '../../io/export/geojson-file';
import { rulesById } from '../../io/export/rule-properties';
import { exportSites } from '../../io/export/sites';
import type { ExportKind } from '../project-session';
import { conflictsFile, conflictTableFile } from './export-findings';
import type { ExportInput, ExportOptions } from './export-input';

export interface ExportedFile {
  readonly name: string;
  readonly content: Uint8Array | Blob;
  readonly mime: string;
}

/** Asks for shapes part by part, so that the export can be watched and given up. */
async function gathered<Part, F extends Feature>(
  parts: readonly Part[],
  ask: (part: Part) => Promise<{ readonly features: readonly F[] }>,
  { signal, onProgress }: ExportOptions,
): Promise<{ type: 'FeatureCollection'; features: F[] }> {
  const features: F[] = [];
  for (const [done, part] of parts.entries()) {
    signal.throwIfAborted();
    onProgress({ done, total: parts.length });
    features.push(...(await ask(part)).features);
  }
  signal.throwIfAborted();
  return { type: 'FeatureCollection', features };
}

/** Schools whose catchments are asked for at once: some 100 ms of work. */
const SCHOOLS_AT_ONCE = 10;

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, group) =>
    items.slice(group * size, (group + 1) * size),
  );
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
): Promise<Uint8Array | Blob> {
  const { plan, analysis, engine, options } = input;
  const members = membersOf(plan, kind);
  const rules = rulesById(plan);
  switch (kind) {
    case 'schools':
    case 'reservations':
      return exportSites(plan, kind, analysis, members);
    case 'zones':
      return exportZones(
        await gathered([...rules.keys()], (rule) => engine.zones({ rules: [rule] }), options),
        rules,
        members,
      );
    case 'catchments':
      return exportCatchments(
        await gathered(
          inGroups(
            featuresOf(plan, 'schools').map(({ id }) => id),
            SCHOOLS_AT_ONCE,
          ),
          (schools) => engine.catchments({ schools }),
          options,
        ),
        members,
      );
    case 'conflicts':
      return conflictsFile(input, members);
    case 'conflict-table':
      return conflictTableFile(input);
  }
}

/** One export as a file; the project itself and its bundle are written elsewhere. */
export async function exportFile(
  kind: Exclude<ExportKind, 'project' | 'bundle'>,
  input: ExportInput,
): Promise<ExportedFile> {
  const content = await contentOf(kind, input);
  const base = fileNameOf(input.plan);
  return kind === 'conflict-table'
    ? { name: `${base}-conflicts.csv`, content, mime: 'text/csv;charset=utf-8' }
    : { name: `${base}-${kind}.geojson`, content, mime: 'application/geo+json' };
}
