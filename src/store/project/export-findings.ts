import type { FeatureRef, Finding } from '../../domain/conflict';
import { totalOf } from '../../domain/analysis';
import { standingsOn } from '../../domain/finding-standing';
import { decisionsOf, featureOf, type Plan } from '../../domain/plan';
import { textOf } from '../../domain/feature';
import { EngineError } from '../../engine/client';
import { conflictFeature, type GeometryOf } from '../../io/export/conflicts';
import { conflictTableHeader, conflictTableRows } from '../../io/export/conflict-table';
import { BYTE_ORDER_MARK, csvLines } from '../../io/export/csv';
import {
  geojsonFrame,
  geojsonLines,
  type ExportFeature,
  type ExportMembers,
} from '../../io/export/geojson-file';
import { rulesById } from '../../io/export/rule-properties';
import { findingPages } from '../finding-pages';
import type { ExportInput } from './export-input';
import { FilePieces } from './file-pieces';

/**
 * All findings, though the page may list but the gravest: page by page, so that a million of them can be watched and
 * given up, and are never in memory at once. Fails where the plan changes meanwhile, for the rest would be of another.
 */
export async function* watchedPages({
  engine,
  analysis,
  options,
  isOutdated,
}: Pick<ExportInput, 'analysis' | 'options' | 'isOutdated'> & {
  readonly engine: Pick<ExportInput['engine'], 'findings'>;
}) {
  const total = analysis ? totalOf(analysis.counts) : 0;
  let done = 0;
  for await (const page of findingPages(engine)) {
    options.signal.throwIfAborted();
    if (isOutdated()) throw new EngineError('export.outdated');
    yield page;
    done += page.length;
    options.onProgress({ done, total });
  }
  options.signal.throwIfAborted();
}

function districtName(plan: Plan): (id: string) => string {
  return (id) => {
    const district = featureOf(plan, 'districts', id)?.feature;
    return (district && textOf(district, 'name')) ?? id;
  };
}

/** The conflict table as CSV. */
export async function conflictTableFile(input: ExportInput): Promise<Blob> {
  const { plan, words, asOf } = input;
  const about = {
    rules: rulesById(plan),
    words,
    districtName: districtName(plan),
    standingOf: standingsOn(decisionsOf(plan), asOf),
  };
  const file = new FilePieces();
  file.add(BYTE_ORDER_MARK + csvLines([conflictTableHeader(words)]));
  for await (const findings of watchedPages(input)) {
    file.add(csvLines(conflictTableRows({ findings, ...about })));
  }
  return file.file();
}

/** All conflicts as features, page by page. */
export async function* conflictPages(
  input: Omit<ExportInput, 'words'>,
): AsyncGenerator<{ readonly findings: readonly Finding[]; readonly features: readonly ExportFeature[] }> {
  const about = {
    rules: rulesById(input.plan),
    standingOf: standingsOn(decisionsOf(input.plan), input.asOf),
  };
  for await (const findings of watchedPages(input)) {
    const geometryOf = await geometriesOf(findings, input.engine);
    const features = findings.map((finding) => conflictFeature(finding, { ...about, geometryOf }));
    yield { findings, features };
  }
}

/** Conflicts as GeoJSON. */
export async function conflictsFile(input: ExportInput, members: ExportMembers): Promise<Blob> {
  const { head, tail } = geojsonFrame(members);
  const file = new FilePieces();
  file.add(head);
  let isFirst = true;
  for await (const { features } of conflictPages(input)) {
    const lines = geojsonLines(features);
    file.add(isFirst ? lines : `,\n${lines}`);
    isFirst = false;
  }
  file.add(tail);
  return file.file();
}

/** Geometry of every object that the findings are about, and of a subject whose object has none. */
async function geometriesOf(
  findings: readonly Finding[],
  engine: ExportInput['engine'],
): Promise<GeometryOf> {
  const keyOf = ({ layer, id }: FeatureRef) => `${layer}/${id}`;
  const ask = async (refs: readonly FeatureRef[]) => {
    const asked = [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
    const geometries = await engine.geometries(asked);
    return new Map(asked.map((ref, i) => [keyOf(ref), geometries[i] ?? null]));
  };
  const objects = await ask(findings.map(({ conflict }) => conflict.object));
  const bare = findings.filter(({ conflict }) => !objects.get(keyOf(conflict.object)));
  const subjects = bare.length > 0 ? await ask(bare.map(({ conflict }) => conflict.subject)) : objects;
  return (ref) => objects.get(keyOf(ref)) ?? subjects.get(keyOf(ref)) ?? null;
}
